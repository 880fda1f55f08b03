/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the templates, for the translators. Written by
 * build-aux/template-strings from the JSON files beside it: change those.
 */

#pragma once

static const char * const template_strings[] = {
  /* Translators: The name of a template */
  N_("Atlassian"),
  /* Translators: What the template “Atlassian” is for, on its card */
  N_("The form of the Atlassian incident handbook: a section for each phase, five whys, and a look at the backlog and at earlier incidents."),
  /* Translators: Where the template “Atlassian” comes from */
  N_("Atlassian, in its public incident management handbook"),
  /* Translators: The heading of a section in the template “Atlassian” */
  N_("Incident Summary"),
  /* Translators: Advice on writing the section “Incident Summary” in the template “Atlassian” */
  N_("When, what, how long, how many people, how it was found and how it ended: one short paragraph in that order."),
  /* Translators: The heading of a section in the template “Atlassian” */
  N_("Leadup"),
  /* Translators: Advice on writing the section “Leadup” in the template “Atlassian” */
  N_("Describe what happened before, the harmless-looking steps included, up to the moment at which things began to go wrong."),
  /* Translators: The heading of a section in the template “Atlassian” */
  N_("Fault"),
  /* Translators: Advice on writing the section “Fault” in the template “Atlassian” */
  N_("Explain what did not work as everybody expected, and how that showed. A graph helps."),
  /* Translators: Advice on writing the section “impact” in the template “Atlassian” */
  N_("Describe what people inside and outside saw, and put numbers to it: how many, how long, how many support cases."),
  /* Translators: Advice on writing the section “detection” in the template “Atlassian” */
  N_("When and how did the team notice?"),
  /* Translators: A question in the section “detection” of the template “Atlassian” */
  N_("Which alert, report or chance brought it up?"),
  /* Translators: A question in the section “detection” of the template “Atlassian” */
  N_("How could detection take half the time?"),
  /* Translators: The heading of a section in the template “Atlassian” */
  N_("Response"),
  /* Translators: Advice on writing the section “Response” in the template “Atlassian” */
  N_("Who answered and when, what did they do first, and what held them up?"),
  /* Translators: A question in the section “Response” of the template “Atlassian” */
  N_("What slowed people down: access, knowledge, waiting for one another?"),
  /* Translators: A question in the section “Response” of the template “Atlassian” */
  N_("How could it take half the time until the right people understand the problem?"),
  /* Translators: The heading of a section in the template “Atlassian” */
  N_("Recovery"),
  /* Translators: Advice on writing the section “Recovery” in the template “Atlassian” */
  N_("Describe how the service was brought back, and how you decided that it was."),
  /* Translators: A question in the section “Recovery” of the template “Atlassian” */
  N_("What could have been prepared so that recovery starts at once?"),
  /* Translators: A question in the section “Recovery” of the template “Atlassian” */
  N_("How could recovery take half the time?"),
  /* Translators: Advice on writing the section “timeline” in the template “Atlassian” */
  N_("Times in one zone, from the lead-up to the all-clear. Mark each change in impact and each handover."),
  /* Translators: Advice on writing the section “analysis” in the template “Atlassian” */
  N_("Begin with the impact and ask why, again and again, until you reach something that a team can change. Take more than one path where there is more than one."),
  /* Translators: The heading of a section in the template “Atlassian” */
  N_("Root Cause"),
  /* Translators: Advice on writing the section “Root Cause” in the template “Atlassian” */
  N_("State the conditions that must change so that this class of incident does not come back."),
  /* Translators: The heading of a section in the template “Atlassian” */
  N_("Backlog Check and Recurrence"),
  /* Translators: Advice on writing the section “Backlog Check and Recurrence” in the template “Atlassian” */
  N_("Search the backlog and the earlier incidents. It is about how priorities are set, never about who set them."),
  /* Translators: A question in the section “Backlog Check and Recurrence” of the template “Atlassian” */
  N_("Was there planned work that would have prevented or softened this?"),
  /* Translators: A question in the section “Backlog Check and Recurrence” of the template “Atlassian” */
  N_("Did the same cause lead to another incident, and why did it come back?"),
  /* Translators: The heading of a section in the template “Atlassian” */
  N_("Lessons Learned"),
  /* Translators: Advice on writing the section “Lessons Learned” in the template “Atlassian” */
  N_("Talk through what went well, what could have gone better, and what nobody had expected."),
  /* Translators: The heading of a section in the template “Atlassian” */
  N_("Corrective Actions"),
  /* Translators: Advice on writing the section “Corrective Actions” in the template “Atlassian” */
  N_("Name what will be done, who is responsible, when it will be ready and where it is followed."),
  /* Translators: The name of a template */
  N_("Course Correction"),
  /* Translators: What the template “Course Correction” is for, on its card */
  N_("The full form: how the team responded, whys that branch, and numbered lessons with dated actions. For an event worth several meetings."),
  /* Translators: Where the template “Course Correction” comes from */
  N_("The Rust project, after the Correction of Error of Amazon Web Services"),
  /* Translators: Advice on writing the section “summary” in the template “Course Correction” */
  N_("Write this last and let it stand alone: many will read nothing else. Say in one line what people noticed, then what happened in plain words, and why it caught a careful team by surprise."),
  /* Translators: Advice on writing the section “background” in the template “Course Correction” */
  N_("Give a reader from another team just enough to follow: what the part is for, how it normally behaves, who relies on it. Leave out what the story never needs."),
  /* Translators: Advice on writing the section “lead-up” in the template “Course Correction” */
  N_("Start earlier than the alarm. Which decisions, releases or habits, even from years ago, set the stage? Tell each as it looked then, when it was a sensible choice."),
  /* Translators: A question in the section “lead-up” of the template “Course Correction” */
  N_("What had changed in the days and weeks before?"),
  /* Translators: A question in the section “lead-up” of the template “Course Correction” */
  N_("What did the team believe on the day before, and what did that belief rest on?"),
  /* Translators: Advice on writing the section “impact” in the template “Course Correction” */
  N_("Say who was affected, how, for how long and how badly, in numbers where you have them and in an honest range where you do not. Count work lost and trust shaken as well as errors."),
  /* Translators: A question in the section “impact” of the template “Course Correction” */
  N_("What could people not do, and what did they do instead?"),
  /* Translators: A question in the section “impact” of the template “Course Correction” */
  N_("Who was affected without telling you?"),
  /* Translators: Advice on writing the section “detection” in the template “Course Correction” */
  N_("Describe how the first person came to know, and how it became known that this was one event rather than many small ones. A report from a user is a fine way to learn of it, and worth asking why it was the first."),
  /* Translators: A question in the section “detection” of the template “Course Correction” */
  N_("How did you learn of the event, and was it before or after your users did?"),
  /* Translators: A question in the section “detection” of the template “Course Correction” */
  N_("What could have told you sooner?"),
  /* Translators: A question in the section “detection” of the template “Course Correction” */
  N_("How could the time to detection be cut in half?"),
  /* Translators: Advice on writing the section “diagnosis” in the template “Course Correction” */
  N_("Follow the path the responders took, wrong turns included: each of them was reasonable with what was on the screen at the time."),
  /* Translators: A question in the section “diagnosis” of the template “Course Correction” */
  N_("Which first idea turned out wrong, and what spoke for it?"),
  /* Translators: A question in the section “diagnosis” of the template “Course Correction” */
  N_("What did you need to see that was hard to get at?"),
  /* Translators: A question in the section “diagnosis” of the template “Course Correction” */
  N_("How could the time to a diagnosis be cut in half?"),
  /* Translators: Advice on writing the section “mitigation” in the template “Course Correction” */
  N_("Tell how the harm was stopped, which other ways were weighed and why this one won. Stopping the harm is not yet removing its cause."),
  /* Translators: A question in the section “mitigation” of the template “Course Correction” */
  N_("Which options were weighed, and what did each cost?"),
  /* Translators: A question in the section “mitigation” of the template “Course Correction” */
  N_("What had to be found, asked or approved first?"),
  /* Translators: A question in the section “mitigation” of the template “Course Correction” */
  N_("When and how were users told, and what could they do for themselves?"),
  /* Translators: A question in the section “mitigation” of the template “Course Correction” */
  N_("How could the time to mitigation be cut in half?"),
  /* Translators: Advice on writing the section “resolution” in the template “Course Correction” */
  N_("Say when the cause itself was gone and how you made sure. If that is still a plan, name it as a plan, with what it waits for."),
  /* Translators: A question in the section “resolution” of the template “Course Correction” */
  N_("How do you know that it is over?"),
  /* Translators: A question in the section “resolution” of the template “Course Correction” */
  N_("What stays switched off, patched over or watched until then?"),
  /* Translators: A question in the section “resolution” of the template “Course Correction” */
  N_("How could the time to resolution be cut in half?"),
  /* Translators: Advice on writing the section “known-before” in the template “Course Correction” */
  N_("Look back without hindsight: was any piece of this already written down somewhere, and what competed with it for attention?"),
  /* Translators: A question in the section “known-before” of the template “Course Correction” */
  N_("Was there a ticket, a warning or an earlier event that pointed this way?"),
  /* Translators: A question in the section “known-before” of the template “Course Correction” */
  N_("Has it happened before, and what came of the actions then?"),
  /* Translators: Advice on writing the section “timeline” in the template “Course Correction” */
  N_("Collect what happened and when, with the zone people wrote, and add what they believed at that moment. A rough time is better than an invented one."),
  /* Translators: Advice on writing the section “analysis” in the template “Course Correction” */
  N_("Start from what people noticed and ask why. Let one answer raise several questions and one question have several answers; stop a branch where a change would pay, not where a person stands."),
  /* Translators: Advice on writing the section “factors” in the template “Course Correction” */
  N_("List what had to come together, in any order. None of these is the one true cause, and none of them is a person."),
  /* Translators: Advice on writing the section “observations” in the template “Course Correction” */
  N_("Note what went well and deserves keeping, what went poorly, where luck helped, and what surprised you. None of it needs an action yet."),
  /* Translators: Advice on writing the section “lessons” in the template “Course Correction” */
  N_("State each lesson as something you now know. Below it say what will change, and below that small steps, each with an owner and a date. A lesson without a step gives its reason."),
  /* Translators: Advice on writing the section “open-questions” in the template “Course Correction” */
  N_("Keep here what nobody could answer yet, with who might know. An honest gap is worth more than a smooth story."),
  /* Translators: Advice on writing the section “related” in the template “Course Correction” */
  N_("Link what a curious reader would look for: reports, changes, discussions, earlier postmortems, announcements."),
  /* Translators: Advice on writing the section “glossary” in the template “Course Correction” */
  N_("Explain the words that your team takes for granted and a reader from elsewhere would have to look up."),
  /* Translators: The name of a template */
  N_("Google SRE"),
  /* Translators: What the template “Google SRE” is for, on its card */
  N_("The compact form of the Site Reliability Engineering book: summary, causes and actions first, the timeline at the end."),
  /* Translators: Where the template “Google SRE” comes from */
  N_("Google, in the book “Site Reliability Engineering”"),
  /* Translators: Advice on writing the section “summary” in the template “Google SRE” */
  N_("Two or three sentences: what broke, for how long, and what it meant for the people using it."),
  /* Translators: Advice on writing the section “impact” in the template “Google SRE” */
  N_("Put numbers to it: requests lost, people turned away, money, hours of support. Mark each number that is an estimate."),
  /* Translators: The heading of a section in the template “Google SRE” */
  N_("Root Causes"),
  /* Translators: Advice on writing the section “Root Causes” in the template “Google SRE” */
  N_("Describe the conditions that made this possible, the ones asleep for months as well as the ones from that morning. Several usually had to meet."),
  /* Translators: The heading of a section in the template “Google SRE” */
  N_("Trigger"),
  /* Translators: Advice on writing the section “Trigger” in the template “Google SRE” */
  N_("Name what set the waiting conditions off: a traffic peak, a rollout, a date. The trigger is seldom the thing to mend."),
  /* Translators: Advice on writing the section “resolution” in the template “Google SRE” */
  N_("List what was done to bring the service back, in order, and what was done afterwards to keep it there."),
  /* Translators: A question in the section “resolution” of the template “Google SRE” */
  N_("Which step made the difference, and how could you tell?"),
  /* Translators: A question in the section “resolution” of the template “Google SRE” */
  N_("How could the time until service was back be cut in half?"),
  /* Translators: Advice on writing the section “detection” in the template “Google SRE” */
  N_("Say which signal spoke first: an alert, a dashboard, a customer, a colleague passing by."),
  /* Translators: A question in the section “detection” of the template “Google SRE” */
  N_("Did monitoring notice before people did?"),
  /* Translators: A question in the section “detection” of the template “Google SRE” */
  N_("How could the time until you knew be cut in half?"),
  /* Translators: The heading of a section in the template “Google SRE” */
  N_("Action Items"),
  /* Translators: Advice on writing the section “Action Items” in the template “Google SRE” */
  N_("For each change you will make, say what kind it is, who takes it on and where it is tracked. Prefer few that will happen to many that will not."),
  /* Translators: Advice on writing the section “Lessons Learned” in the template “Google SRE” */
  N_("Sort what you learned into what went well, what went wrong and where you were lucky. Luck is a warning that nobody had to pay for this time."),
  /* Translators: Advice on writing the section “timeline” in the template “Google SRE” */
  N_("One line an event, in one time zone. Mark where the outage began, where it was noticed and where it ended."),
  /* Translators: The heading of a section in the template “Google SRE” */
  N_("Supporting Information"),
  /* Translators: Advice on writing the section “Supporting Information” in the template “Google SRE” */
  N_("Attach what backs the story: graphs, queries, chat logs, the announcement to users."),
  /* Translators: The name of a template */
  N_("JDHarris COE"),
  /* Translators: What the template “JDHarris COE” is for, on its card */
  N_("Correction of Error as practised at Amazon and written down by J. D. Harris: metrics early, pointed questions about the response, five whys."),
  /* Translators: Where the template “JDHarris COE” comes from */
  N_("J. D. Harris, after the Correction of Error of Amazon"),
  /* Translators: Advice on writing the section “summary” in the template “JDHarris COE” */
  N_("Tell the whole event to somebody senior from another department in one paragraph: what happened, to whom, for how long, and how it ended."),
  /* Translators: Advice on writing the section “background” in the template “JDHarris COE” */
  N_("Explain the system in the few sentences without which the rest cannot be understood."),
  /* Translators: The heading of a section in the template “JDHarris COE” */
  N_("Metrics"),
  /* Translators: Advice on writing the section “Metrics” in the template “JDHarris COE” */
  N_("Show the graphs that you would point at while telling the story, each with a caption that says what to see in it."),
  /* Translators: The heading of a section in the template “JDHarris COE” */
  N_("Customer Impact"),
  /* Translators: Advice on writing the section “Customer Impact” in the template “JDHarris COE” */
  N_("Describe it from the customer’s chair first, then count: how many, how often, how long, at what cost."),
  /* Translators: A question in the section “Customer Impact” of the template “JDHarris COE” */
  N_("What did a customer see?"),
  /* Translators: A question in the section “Customer Impact” of the template “JDHarris COE” */
  N_("How many were affected, and how do you know the number?"),
  /* Translators: Advice on writing the section “detection” in the template “JDHarris COE” */
  N_("Write how the event came to your attention, and how long it had been going on by then."),
  /* Translators: A question in the section “detection” of the template “JDHarris COE” */
  N_("How did you find out that customers were affected?"),
  /* Translators: A question in the section “detection” of the template “JDHarris COE” */
  N_("What would have raised the alarm earlier?"),
  /* Translators: A question in the section “detection” of the template “JDHarris COE” */
  N_("How could you have known in half the time?"),
  /* Translators: Advice on writing the section “diagnosis” in the template “JDHarris COE” */
  N_("Write how the responders narrowed it down and what they had to rule out on the way."),
  /* Translators: A question in the section “diagnosis” of the template “JDHarris COE” */
  N_("How was the cause found?"),
  /* Translators: A question in the section “diagnosis” of the template “JDHarris COE” */
  N_("Which tool or piece of knowledge was missing?"),
  /* Translators: A question in the section “diagnosis” of the template “JDHarris COE” */
  N_("How could you have understood it in half the time?"),
  /* Translators: Advice on writing the section “mitigation” in the template “JDHarris COE” */
  N_("Write what ended the harm to customers and who could have done it."),
  /* Translators: A question in the section “mitigation” of the template “JDHarris COE” */
  N_("What made you sure that the harm had ended?"),
  /* Translators: A question in the section “mitigation” of the template “JDHarris COE” */
  N_("Could the way back have been taken sooner, or by itself?"),
  /* Translators: A question in the section “mitigation” of the template “JDHarris COE” */
  N_("How could you have ended the harm in half the time?"),
  /* Translators: The heading of a section in the template “JDHarris COE” */
  N_("Post-Incident Analysis"),
  /* Translators: Advice on writing the section “Post-Incident Analysis” in the template “JDHarris COE” */
  N_("Look at the backlog and at earlier events with a friendly eye: whatever waited there waited for a reason."),
  /* Translators: A question in the section “Post-Incident Analysis” of the template “JDHarris COE” */
  N_("Was work planned that would have prevented or shortened this?"),
  /* Translators: A question in the section “Post-Incident Analysis” of the template “JDHarris COE” */
  N_("Did a change set it off, and how had that change been tried and reviewed?"),
  /* Translators: A question in the section “Post-Incident Analysis” of the template “JDHarris COE” */
  N_("Has something like it happened before?"),
  /* Translators: Advice on writing the section “timeline” in the template “JDHarris COE” */
  N_("List every step from the first cause to the last customer made whole, without gaps longer than people can explain."),
  /* Translators: Advice on writing the section “analysis” in the template “JDHarris COE” */
  N_("Begin with the harm to the customer and ask why until a change in a mechanism would answer. Five is a habit and no law: branch and go on where it helps."),
  /* Translators: Advice on writing the section “lessons” in the template “JDHarris COE” */
  N_("Turn what you found into lessons, each lesson into corrective actions, and each of these into items with an owner, a priority and a date."),
  /* Translators: Advice on writing the section “related” in the template “JDHarris COE” */
  N_("Link tickets, changes and the other corrections of error that this one touches."),
  /* Translators: The name of a template */
  N_("Minimal"),
  /* Translators: What the template “Minimal” is for, on its card */
  N_("One page for a small event or a near miss: what happened, how it came about, what changes."),
  /* Translators: Where the template “Minimal” comes from */
  N_("Afterword"),
  /* Translators: Advice on writing the section “summary” in the template “Minimal” */
  N_("What happened, who noticed, and how it ended, in a few sentences."),
  /* Translators: Advice on writing the section “impact” in the template “Minimal” */
  N_("What did it cost, and whom? “Nothing, this time” is an answer, and a good reason to write it down."),
  /* Translators: Advice on writing the section “timeline” in the template “Minimal” */
  N_("The handful of moments that matter. Rough times will do."),
  /* Translators: Advice on writing the section “mitigation” in the template “Minimal” */
  N_("How was it ended?"),
  /* Translators: A question in the section “mitigation” of the template “Minimal” */
  N_("What ended it?"),
  /* Translators: A question in the section “mitigation” of the template “Minimal” */
  N_("How could it have been over in half the time?"),
  /* Translators: Advice on writing the section “analysis” in the template “Minimal” */
  N_("Ask how it came about rather than why: how did each step make sense to the people who took it?"),
  /* Translators: Advice on writing the section “lessons” in the template “Minimal” */
  N_("One or two things that will change, each with somebody who takes it on and a date."),
  /* Translators: The name of a template */
  N_("PagerDuty"),
  /* Translators: What the template “PagerDuty” is for, on its card */
  N_("The form of the PagerDuty incident response guide, which also keeps who responded and what was told to people inside and outside."),
  /* Translators: Where the template “PagerDuty” comes from */
  N_("PagerDuty, in its public incident response documentation"),
  /* Translators: The heading of a section in the template “PagerDuty” */
  N_("Overview"),
  /* Translators: Advice on writing the section “Overview” in the template “PagerDuty” */
  N_("A few sentences that a busy reader can repeat correctly: what failed, whom it touched, what ended it."),
  /* Translators: The heading of a section in the template “PagerDuty” */
  N_("What Happened"),
  /* Translators: Advice on writing the section “What Happened” in the template “PagerDuty” */
  N_("Tell it as a story in the order in which it unfolded, for somebody who was not there."),
  /* Translators: Advice on writing the section “factors” in the template “PagerDuty” */
  N_("List the conditions that had to meet. Leave a cause in, even when nothing can be done about it."),
  /* Translators: Advice on writing the section “resolution” in the template “PagerDuty” */
  N_("Say what was tried, what helped, and how you saw that it had helped."),
  /* Translators: A question in the section “resolution” of the template “PagerDuty” */
  N_("Which attempts did nothing, and what did you learn from them?"),
  /* Translators: Advice on writing the section “impact” in the template “PagerDuty” */
  N_("Say which features failed, for what share of customers and how long, and how many asked for help."),
  /* Translators: The heading of a section in the template “PagerDuty” */
  N_("Responders"),
  /* Translators: Advice on writing the section “Responders” in the template “PagerDuty” */
  N_("Name the roles that took part, such as incident lead, scribe and the experts who were called. Roles are enough: the reader needs no names."),
  /* Translators: Advice on writing the section “timeline” in the template “PagerDuty” */
  N_("Start before the first symptom and end when everybody could go back to sleep. Point each entry to where it can be checked."),
  /* Translators: The heading of a section in the template “PagerDuty” */
  N_("How Did We Do?"),
  /* Translators: Advice on writing the section “How Did We Do?” in the template “PagerDuty” */
  N_("What would you do the same way again, and what not? Speak about tools, habits and agreements rather than about each other."),
  /* Translators: Advice on writing the section “Action Items” in the template “PagerDuty” */
  N_("Each follow-up gets a ticket and a team. Write it so that somebody who was not there can tell when it is done."),
  /* Translators: The heading of a section in the template “PagerDuty” */
  N_("Messaging"),
  /* Translators: Advice on writing the section “Messaging” in the template “PagerDuty” */
  N_("Keep here what colleagues and the public were told, word for word as it went out, or as it will go out."),
};
