"""February to June 2026: withdrawn and back, the clocks go forward, a year on, the end."""

from tests.journeys.fourteen_months.expected import count, table

WITHDRAWN = table("""
    due 13 Feb 2026 Seeing the family                            # 6 February + 1 week
    due 13 Feb 2026 A review
    due 16 Feb 2026 Oversight when agreement is withdrawn        # Monday 9 February + 5 wd: 10-13, 16
    due 16 Feb 2026 Management oversight
    due 1 Mar 2026 Supervision of the work
    due 6 Mar 2026 Seeing the child Zuri
    due 6 Mar 2026 Seeing the child Kit
    due 20 Mar 2026 Hearing the child Zuri                       # 6 February + 6 weeks
    due 20 Mar 2026 Hearing the child Kit
    due 22 Mar 2026 The case summary, brought up to date
    due 22 Mar 2026 The chronology, gone through and complete
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

WITHDRAWN_DONE = count("""
    1 met The review, shared with the family
    1 met late Seeing the family                                 # 30 December; seen on 6 January
    5 met Seeing the family
    6 met Seeing the child Zuri
    6 met Seeing the child Kit
    6 met Hearing the child Zuri
    6 met Hearing the child Kit
    6 met Writing up the visit
""")

CONSIDERED = table("""
    overdue 13 Feb 2026 Seeing the family
    overdue 13 Feb 2026 A review
    due 1 Mar 2026 Supervision of the work
    due 6 Mar 2026 Seeing the child Zuri
    due 6 Mar 2026 Seeing the child Kit
    due 20 Mar 2026 Hearing the child Zuri
    due 20 Mar 2026 Hearing the child Kit
    due 22 Mar 2026 The case summary, brought up to date
    due 22 Mar 2026 The chronology, gone through and complete
    due 10 Apr 2026 Management oversight                         # 13 February + 8 weeks
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

CONSIDERED_DONE = count("""
    1 met Oversight when agreement is withdrawn
    1 met Management oversight
    1 met Writing down what a manager decided
""")

CLOCKS_FORWARD = table("""
    due 3 Apr 2026 Seeing the family                             # 27 March + 1 week, Good Friday
    due 14 Apr 2026 The review, shared with the family           # 27 March + 10 wd: 30 March-2, 7-10, 13, 14 April
    due 27 Apr 2026 Seeing the child Zuri
    due 27 Apr 2026 Seeing the child Kit
    due 8 May 2026 Hearing the child Zuri                        # 27 March + 6 weeks
    due 8 May 2026 Hearing the child Kit
    due 15 May 2026 Management oversight                         # 20 March + 8 weeks
    due 22 May 2026 A review                                     # 27 March + 8 weeks
    due 27 May 2026 Supervision of the work                      # 27 February + 3 months
    due 30 May 2026 An assessment when help has gone on for twelve months
    due 20 Jun 2026 The case summary, brought up to date         # 20 March + 3 months
    due 20 Jun 2026 The chronology, gone through and complete
""")

CLOCKS_FORWARD_DONE = count("""
    1 met late A review                                          # 13 February; held on the 20th
    1 met A review
    1 met The review, shared with the family                     # 20 February + 10 wd is 6 March; shared on the 4th
    1 met Supervision of the work
    1 met The case summary, brought up to date
    1 met The chronology, gone through and complete
    2 met Management oversight
    2 met Writing down what a manager decided
    1 met late Seeing the family                                 # 13 February; seen on the 20th
    5 met Seeing the family
    6 met Seeing the child Zuri
    6 met Seeing the child Kit
    6 met Hearing the child Zuri
    6 met Hearing the child Kit
    6 met Writing up the visit
""")

A_YEAR_ON = table("""
    due 27 May 2026 Supervision of the work
    due 28 May 2026 Seeing the family                            # 21 May + 1 week
    due 5 Jun 2026 The review, shared with the family            # 21 May + 10 wd: 22, 26-29 May, 1-5 June
    due 20 Jun 2026 The case summary, brought up to date
    due 20 Jun 2026 The chronology, gone through and complete
    due 21 Jun 2026 Seeing the child Zuri
    due 21 Jun 2026 Seeing the child Kit
    due 2 Jul 2026 Hearing the child Zuri                        # 21 May + 6 weeks
    due 2 Jul 2026 Hearing the child Kit
    due 6 Jul 2026 Management oversight                          # 11 May + 8 weeks
    due 16 Jul 2026 A review                                     # 21 May + 8 weeks
    due 21 May 2027 An assessment when help has gone on for twelve months
""")

A_YEAR_ON_DONE = count("""
    1 met An assessment when help has gone on for twelve months
    1 met A review
    1 met The review, shared with the family
    1 met Management oversight
    1 met Writing down what a manager decided
    8 met Seeing the family
    8 met Seeing the child Zuri
    8 met Seeing the child Kit
    8 met Hearing the child Zuri
    8 met Hearing the child Kit
    8 met Writing up the visit
""")

ENDED_DONE = count("""
    1 met Supervision of the work
    1 met Management oversight
    1 met Writing down what a manager decided
    1 met The review, shared with the family
    2 met Seeing the family
    2 met Seeing the child Zuri
    2 met Seeing the child Kit
    3 met Hearing the child Zuri                                 # two visits, and what she says of the ending
    3 met Hearing the child Kit
    2 met Writing up the visit
""")
