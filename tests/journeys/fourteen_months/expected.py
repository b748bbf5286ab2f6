"""What is due on each day that the story stops, worked out by hand from the guidance and a calendar.

Nothing here was reckoned by the product. A line is how it stands, its day, and what it is; behind the # is how the day
was found. "wd" are working days: Monday to Friday, without England's bank holidays and without the authority's own
closed days, the day of the event not counted. Weeks and months are of the calendar, and stay where they fall.

Closed in these months: Good Friday 18 April, Easter Monday 21 April, 5 May, 26 May, 25 August, 25 and 26 December
2025, the authority's 29 to 31 December; New Year's Day, Good Friday 3 April, Easter Monday 6 April, 4 May and 25 May
2026. The clocks change on 30 March and 26 October 2025 and on 29 March 2026.
"""

from collections import Counter


def table(words: str) -> list[str]:
    """The lines of a table without what explains them, in order."""
    return sorted(line for row in words.strip().splitlines() if (line := " ".join(row.partition("#")[0].split())))


def count(words: str) -> Counter[str]:
    """How many of each: a line is the number, how it was done and what it is."""
    found = [line.split(" ", 1) for line in table(words)]
    return Counter({what: int(number) for number, what in found})


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
