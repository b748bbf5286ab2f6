"""September 2025 to the new year: late sharing, another worker, the clocks go back, Christmas."""

from tests.journeys.fourteen_months.expected import count, table

SEPTEMBER = table("""
    overdue 26 Sep 2025 The review, shared with the family       # Friday 12 September + 10 wd: 15-19, 22-26
    due 3 Oct 2025 Seeing the family                             # 26 September + 1 week
    due 26 Oct 2025 Seeing the child Zuri                        # + 1 month, the day the clocks go back
    due 26 Oct 2025 Seeing the child Kit
    due 7 Nov 2025 Hearing the child Zuri                        # 26 September + 6 weeks
    due 7 Nov 2025 Hearing the child Kit
    due 7 Nov 2025 A review                                      # 12 September + 8 weeks
    due 21 Nov 2025 Management oversight                         # 26 September + 8 weeks
    due 1 Dec 2025 Supervision of the work                       # 1 September + 3 months
    due 26 Dec 2025 The case summary, brought up to date         # 26 September + 3 months, a bank holiday
    due 26 Dec 2025 The chronology, gone through and complete
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

SEPTEMBER_DONE = count("""
    1 met The risk assessment, after something new
    1 met Supervision after a significant event
    1 met Supervision of the work                                # the same talk
    2 met Management oversight
    2 met Writing down what a manager decided
    1 met A review
    1 met The case summary, brought up to date
    1 met The chronology, gone through and complete
    5 met Seeing the family
    5 met Seeing the child Zuri
    5 met Seeing the child Kit
    5 met Hearing the child Zuri
    5 met Hearing the child Kit
    5 met Writing up the visit
""")

HANDED_ON = table("""
    due 10 Oct 2025 Seeing the family                            # 3 October + 1 week
    due 13 Oct 2025 A first contact with the family              # a new lead since Monday 6 October; + 5 wd
    due 13 Oct 2025 Management oversight at allocation           # the same
    due 3 Nov 2025 Seeing the child Zuri
    due 3 Nov 2025 Seeing the child Kit
    due 7 Nov 2025 A review
    due 14 Nov 2025 Hearing the child Zuri                       # 3 October + 6 weeks
    due 14 Nov 2025 Hearing the child Kit
    due 21 Nov 2025 Management oversight
    due 1 Dec 2025 Supervision of the work
    due 26 Dec 2025 The case summary, brought up to date
    due 26 Dec 2025 The chronology, gone through and complete
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

HANDED_ON_DONE = count("""
    1 met late The review, shared with the family                # 26 September; shared on the 30th
    1 met Seeing the family
    1 met Seeing the child Zuri
    1 met Seeing the child Kit
    1 met Hearing the child Zuri
    1 met Hearing the child Kit
    1 met Writing up the visit
""")

CLOCKS_BACK = table("""
    due 31 Oct 2025 Seeing the family                            # 24 October + 1 week
    due 7 Nov 2025 The review, shared with the family            # 24 October + 10 wd: 27-31 October, 3-7 November
    due 24 Nov 2025 Seeing the child Zuri
    due 24 Nov 2025 Seeing the child Kit
    due 1 Dec 2025 Supervision of the work
    due 5 Dec 2025 Hearing the child Zuri                        # 24 October + 6 weeks
    due 5 Dec 2025 Hearing the child Kit
    due 8 Dec 2025 Management oversight                          # 13 October + 8 weeks
    due 19 Dec 2025 A review                                     # 24 October + 8 weeks
    due 26 Dec 2025 The case summary, brought up to date
    due 26 Dec 2025 The chronology, gone through and complete
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

CLOCKS_BACK_DONE = count("""
    1 met A first contact with the family
    1 met Management oversight at allocation
    1 met Management oversight
    1 met Writing down what a manager decided
    1 met A review
    3 met Seeing the family
    3 met Seeing the child Zuri
    3 met Seeing the child Kit
    3 met Hearing the child Zuri
    3 met Hearing the child Kit
    3 met Writing up the visit
""")

NEW_YEAR = table("""
    overdue 30 Dec 2025 Seeing the family                        # 23 December + 1 week; closed until 2 January
    due 12 Jan 2026 The review, shared with the family           # 19 December + 10 wd: 22-24, 2, 5-9, 12 January
    due 23 Jan 2026 Seeing the child Zuri
    due 23 Jan 2026 Seeing the child Kit
    due 3 Feb 2026 Hearing the child Zuri                        # 23 December + 6 weeks
    due 3 Feb 2026 Hearing the child Kit
    due 13 Feb 2026 A review                                     # 19 December + 8 weeks
    due 16 Feb 2026 Management oversight                         # 22 December + 8 weeks
    due 1 Mar 2026 Supervision of the work                       # 1 December + 3 months, a Sunday
    due 22 Mar 2026 The case summary, brought up to date         # 22 December + 3 months
    due 22 Mar 2026 The chronology, gone through and complete
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

NEW_YEAR_DONE = count("""
    1 met The review, shared with the family
    1 met A review
    1 met Supervision of the work
    1 met The case summary, brought up to date
    1 met The chronology, gone through and complete
    2 met Management oversight
    2 met Writing down what a manager decided
    9 met Seeing the family
    9 met Seeing the child Zuri
    9 met Seeing the child Kit
    9 met Hearing the child Zuri
    9 met Hearing the child Kit
    9 met Writing up the visit                                   # the last of 23 December + 3 wd: 24, 2, 5 January
""")
