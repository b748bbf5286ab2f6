"""June to August 2025: the plan, three months, summer, a concern."""

from tests.journeys.fourteen_months.expected import count, table

PLANNED = table("""
    due 20 Jun 2025 Seeing the family                            # 13 June + 1 week
    due 30 Jun 2025 The case summary, brought up to date
    due 30 Jun 2025 The chronology, gone through and complete
    due 30 Jun 2025 Supervision of the work
    due 13 Jul 2025 Seeing the child Zuri                        # 13 June + 1 month
    due 13 Jul 2025 Seeing the child Kit
    due 25 Jul 2025 Hearing the child Zuri                       # 13 June + 6 weeks
    due 25 Jul 2025 Hearing the child Kit
    due 25 Jul 2025 A review                                     # plan of 30 May + 8 weeks
    due 28 Jul 2025 Management oversight                         # 2 June + 8 weeks
    due 30 May 2026 An assessment when help has gone on for twelve months  # assessed on 30 May
""")

PLANNED_DONE = count("""
    1 met A cultural genogram
    1 met The detailed assessment                                # in the time that was given
    1 met An assessment when help has gone on for twelve months  # its clock begins anew with any assessment
    1 met late A Family Plan                                     # 30 May, four days after
    1 met Management oversight
    1 met late Writing down what a manager decided               # 2 June + 5 wd is the 9th; written on the 10th
    1 met Distance travelled                                     # meeting of Friday 6 June + 10 wd: the 20th
    3 met Seeing the family
    3 met Seeing the child Zuri
    3 met Seeing the child Kit
    3 met Hearing the child Zuri
    3 met Hearing the child Kit
    3 met Writing up the visit
""")

THREE_MONTHS = table("""
    due 4 Jul 2025 Seeing the family                             # 27 June + 1 week
    due 25 Jul 2025 A review
    due 27 Jul 2025 Seeing the child Zuri
    due 27 Jul 2025 Seeing the child Kit
    due 8 Aug 2025 Hearing the child Zuri                        # 27 June + 6 weeks
    due 8 Aug 2025 Hearing the child Kit
    due 25 Aug 2025 Management oversight                         # supervision of 30 June + 8 weeks
    due 27 Sep 2025 The case summary, brought up to date         # 27 June + 3 months
    due 27 Sep 2025 The chronology, gone through and complete
    due 30 Sep 2025 Supervision of the work                      # 30 June + 3 months
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

THREE_MONTHS_DONE = count("""
    1 met The case summary, brought up to date
    1 met The chronology, gone through and complete
    1 met Supervision of the work
    2 met Management oversight                                   # the summary's comment, and supervision
    2 met Writing down what a manager decided
    2 met Seeing the family
    2 met Seeing the child Zuri
    2 met Seeing the child Kit
    2 met Hearing the child Zuri
    2 met Hearing the child Kit
    2 met Writing up the visit
""")

SUMMER = table("""
    overdue 1 Aug 2025 Seeing the family                         # 25 July + 1 week; they are away
    due 25 Aug 2025 Management oversight
    due 25 Aug 2025 Seeing the child Zuri                        # 25 July + 1 month
    due 25 Aug 2025 Seeing the child Kit
    due 5 Sep 2025 Hearing the child Zuri                        # 25 July + 6 weeks
    due 5 Sep 2025 Hearing the child Kit
    due 12 Sep 2025 A review                                     # 18 July + 8 weeks
    due 27 Sep 2025 The case summary, brought up to date
    due 27 Sep 2025 The chronology, gone through and complete
    due 30 Sep 2025 Supervision of the work
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

SUMMER_DONE = count("""
    1 met A review
    1 met The review, shared with the family                     # 18 July + 10 wd is 1 August; shared on 31 July
    4 met Seeing the family
    4 met Seeing the child Zuri
    4 met Seeing the child Kit
    4 met Hearing the child Zuri
    4 met Hearing the child Kit
    4 met Writing up the visit
""")

CONCERNED = table("""
    due 23 Aug 2025 Telling a manager of a concern               # learnt on the 22nd at 16:00; + 24 hours, a Saturday
    due 23 Aug 2025 Deciding on a safeguarding concern           # sent at 16:30; + 24 hours
    due 25 Aug 2025 Management oversight
    due 28 Aug 2025 The risk assessment, after something new     # Friday 22 August + 3 wd: 26, 27, 28 (bank holiday)
    due 29 Aug 2025 Seeing the family                            # 22 August + 1 week
    due 12 Sep 2025 A review
    due 22 Sep 2025 Seeing the child Zuri
    due 22 Sep 2025 Seeing the child Kit
    due 27 Sep 2025 The case summary, brought up to date
    due 27 Sep 2025 The chronology, gone through and complete
    due 30 Sep 2025 Supervision of the work
    due 3 Oct 2025 Hearing the child Zuri                        # 22 August + 6 weeks
    due 3 Oct 2025 Hearing the child Kit
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

CONCERNED_DONE = count("""
    1 met Writing down a concern                                 # half an hour after
    1 met late Seeing the family                                 # 1 August; seen on the 22nd
    1 met Seeing the child Zuri
    1 met Seeing the child Kit
    1 met Hearing the child Zuri
    1 met Hearing the child Kit
    1 met Writing up the visit
""")

WEIGHED = table("""
    due 28 Aug 2025 The risk assessment, after something new
    due 29 Aug 2025 Seeing the family
    due 1 Sep 2025 Supervision after a significant event         # 22 August + 5 wd: 26-29 August, 1 September
    due 12 Sep 2025 A review
    due 22 Sep 2025 Seeing the child Zuri
    due 22 Sep 2025 Seeing the child Kit
    due 27 Sep 2025 The case summary, brought up to date
    due 27 Sep 2025 The chronology, gone through and complete
    due 30 Sep 2025 Supervision of the work
    due 3 Oct 2025 Hearing the child Zuri
    due 3 Oct 2025 Hearing the child Kit
    due 18 Oct 2025 Management oversight                         # decided on Saturday 23 August; + 8 weeks
    due 30 May 2026 An assessment when help has gone on for twelve months
""")

WEIGHED_DONE = count("""
    1 met Telling a manager of a concern
    1 met Deciding on a safeguarding concern
    1 met Management oversight
    1 met Writing down what a manager decided
""")
