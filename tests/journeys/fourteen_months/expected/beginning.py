"""From the front door’s decision to the end of May 2025."""

from tests.journeys.fourteen_months.expected import count, table

DECIDED = table("""
    due 31 Mar 2025 Starting the case                            # Thursday 27 March + 2 wd: Friday, Monday
""")

STARTED = table("""
    due 2 Apr 2025 The duty manager’s oversight of a new plan    # Monday 31 March + 2 wd: Tuesday, Wednesday
    due 7 Apr 2025 Allocation to a lead practitioner             # + 1 week
    due 7 Apr 2025 Seeing the family                             # level 3: + 1 week
    due 23 Apr 2025 The initial assessment                       # + 15 wd: 1-4, 7-11, 14-17, 22, 23 April (Easter)
    due 30 Apr 2025 Seeing the child Zuri                        # + 1 month; April has no 31st
    due 30 Apr 2025 Seeing the child Kit
    due 12 May 2025 Hearing the child Zuri                       # + 6 weeks
    due 12 May 2025 Hearing the child Kit
    due 26 May 2025 A Family Plan                                # + 8 weeks, a bank holiday; aimed for at 6 weeks
    due 26 May 2025 Management oversight                         # + 8 weeks
    due 30 Jun 2025 The case summary, brought up to date         # + 3 months; June has no 31st
    due 30 Jun 2025 The chronology, gone through and complete
    due 30 Jun 2025 Supervision of the work
    due 31 Mar 2026 An assessment when help has gone on for twelve months
""")

STARTED_DONE = count("""
    1 met The family’s agreement
    1 met Starting the case
""")

ALLOCATED = table("""
    due 7 Apr 2025 Seeing the family
    due 10 Apr 2025 A first contact with the family              # Thursday 3 April + 5 wd: 4, 7-10 April
    due 10 Apr 2025 Management oversight at allocation           # the same
    due 23 Apr 2025 The initial assessment
    due 30 Apr 2025 Seeing the child Zuri
    due 30 Apr 2025 Seeing the child Kit
    due 12 May 2025 Hearing the child Zuri
    due 12 May 2025 Hearing the child Kit
    due 15 May 2025 A first meeting of the team around the family  # 3 April + 6 weeks
    due 15 May 2025 The detailed assessment                      # 3 April + 6 weeks
    due 26 May 2025 A Family Plan
    due 28 May 2025 Management oversight                         # looked at on 2 April; + 8 weeks
    due 29 May 2025 A cultural genogram                          # 3 April + 8 weeks
    due 30 Jun 2025 The case summary, brought up to date
    due 30 Jun 2025 The chronology, gone through and complete
    due 30 Jun 2025 Supervision of the work
    due 31 Mar 2026 An assessment when help has gone on for twelve months
""")

ALLOCATED_DONE = count("""
    1 met The duty manager’s oversight of a new plan
    1 met Management oversight
    1 met Writing down what a manager decided
    1 met Allocation to a lead practitioner
""")

VISITED = table("""
    due 10 Apr 2025 The risk assessment, looked at again         # met on Monday 7 April; + 3 wd: 8, 9, 10
    due 14 Apr 2025 Seeing the family                            # seen on 7 April; + 1 week
    due 23 Apr 2025 The initial assessment
    due 7 May 2025 Seeing the child Zuri                         # + 1 month
    due 7 May 2025 Seeing the child Kit
    due 15 May 2025 A first meeting of the team around the family
    due 15 May 2025 The detailed assessment
    due 19 May 2025 Hearing the child Zuri                       # 7 April + 6 weeks
    due 19 May 2025 Hearing the child Kit
    due 26 May 2025 A Family Plan
    due 29 May 2025 A cultural genogram
    due 2 Jun 2025 Management oversight                          # talked about on 7 April; + 8 weeks
    due 30 Jun 2025 The case summary, brought up to date
    due 30 Jun 2025 The chronology, gone through and complete
    due 30 Jun 2025 Supervision of the work
    due 31 Mar 2026 An assessment when help has gone on for twelve months
""")

VISITED_DONE = count("""
    1 met A first contact with the family
    1 met Management oversight at allocation
    1 met Management oversight
    1 met Writing down what a manager decided
    1 met A risk assessment before the first visit
    1 met Seeing the family
    1 met Seeing the child Zuri
    1 met Seeing the child Kit
    1 met Hearing the child Zuri
    1 met Hearing the child Kit
    1 met Writing up the visit
""")

AFTER_EASTER = table("""
    overdue 21 Apr 2025 Seeing the family                        # 14 April + 1 week; a visit of the 17th is not written
    due 14 May 2025 Seeing the child Zuri                        # 14 April + 1 month
    due 14 May 2025 Seeing the child Kit
    due 15 May 2025 A first meeting of the team around the family
    due 15 May 2025 The detailed assessment
    due 26 May 2025 Hearing the child Zuri                       # 14 April + 6 weeks
    due 26 May 2025 Hearing the child Kit
    due 26 May 2025 A Family Plan
    due 29 May 2025 A cultural genogram
    due 2 Jun 2025 Management oversight
    due 30 Jun 2025 The case summary, brought up to date
    due 30 Jun 2025 The chronology, gone through and complete
    due 30 Jun 2025 Supervision of the work
    due 31 Mar 2026 An assessment when help has gone on for twelve months
""")

AFTER_EASTER_DONE = count("""
    1 met The risk assessment, looked at again
    1 met The initial assessment
    1 met Seeing the family
    1 met Seeing the child Zuri
    1 met Seeing the child Kit
    1 met Hearing the child Zuri
    1 met Hearing the child Kit
    1 met Writing up the visit
""")

EXTENDED = table("""
    overdue 14 May 2025 Seeing the child Kit                     # at nursery since 14 April, while Zuri was seen
    due 16 May 2025 Seeing the family                            # 9 May + 1 week
    due 26 May 2025 Hearing the child Kit
    due 26 May 2025 A Family Plan
    due 29 May 2025 A cultural genogram
    due 30 May 2025 The detailed assessment                      # was 15 May; the manager gave until the 30th
    due 2 Jun 2025 Management oversight
    due 9 Jun 2025 Seeing the child Zuri                         # 9 May + 1 month
    due 20 Jun 2025 Hearing the child Zuri                       # 9 May + 6 weeks
    due 30 Jun 2025 The case summary, brought up to date
    due 30 Jun 2025 The chronology, gone through and complete
    due 30 Jun 2025 Supervision of the work
    due 31 Mar 2026 An assessment when help has gone on for twelve months
""")

EXTENDED_DONE = count("""
    3 met Seeing the family                                      # 17 April, 2 and 9 May
    1 met late Seeing the family                                 # 17 April + 1 week is the 24th; seen on the 25th
    4 met Seeing the child Zuri
    4 met Hearing the child Zuri
    3 met Writing up the visit
    1 met late Writing up the visit                              # 17 April + 3 wd: 22, 23, 24; written on the 25th
    1 met A first meeting of the team around the family          # arranged on 1 May
""")

AFTER_MAY = table("""
    overdue 26 May 2025 A Family Plan
    due 29 May 2025 A cultural genogram
    due 30 May 2025 Seeing the family                            # 23 May + 1 week
    due 30 May 2025 The detailed assessment
    due 2 Jun 2025 Management oversight
    due 23 Jun 2025 Seeing the child Zuri                        # 23 May + 1 month
    due 23 Jun 2025 Seeing the child Kit
    due 30 Jun 2025 The case summary, brought up to date
    due 30 Jun 2025 The chronology, gone through and complete
    due 30 Jun 2025 Supervision of the work
    due 4 Jul 2025 Hearing the child Zuri                        # 23 May + 6 weeks
    due 4 Jul 2025 Hearing the child Kit
    due 31 Mar 2026 An assessment when help has gone on for twelve months
""")

AFTER_MAY_DONE = count("""
    2 met Seeing the family
    2 met Seeing the child Zuri
    1 met late Seeing the child Kit                              # 14 May; seen on the 16th
    1 met Seeing the child Kit
    2 met Hearing the child Zuri
    2 met Hearing the child Kit
    2 met Writing up the visit
""")
