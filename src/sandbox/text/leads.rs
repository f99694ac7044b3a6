//! People who need what the sample campaign sells.

use super::{Leads, Template, t};

/// All of them.
pub const LEADS: Leads = [SOLUTION, PAIN, COMPARISON, COMPLAINT];

/// Asks for a product or a way to do something.
const SOLUTION: &[Template] = &[
    t(
        "Looking for a simple invoicing tool",
        "{context} I'm looking for a simple invoicing tool that can do {feature}. So far I get by with {makeshift}, but it takes me half of every {weekday}. What do you use? {closing}",
    ),
    t(
        "What do you use for time tracking?",
        "{context} Can anyone recommend a time tracker that also does {feature}? Up to {price} a month is fine. {closing}",
    ),
    t(
        "Best invoice software for a {trade}?",
        "{context} I need invoice software with {feature} and nothing fancy. {makeshift} no longer does the job. Recommendations welcome. {closing}",
    ),
    t(
        "Need an app to track hours and bill from it",
        "{context} Is there an app that lets me track hours per client and turn them into invoices at the end of the month? {feature} would be a bonus. {closing}",
    ),
    t(
        "Recommendations for timesheets in a small team",
        "{context} We need timesheets for {count} people, approved on {weekday}s, and billing from them. Which tool would you pick? {closing}",
    ),
    t(
        "How do you handle invoicing with {count} clients?",
        "{context} I'm ready to pay for something that takes invoicing off my plate, ideally with {feature}. What should I try first? {closing}",
    ),
    t(
        "Any tool that chases late payments for you?",
        "{context} I want something that sends reminders by itself when an invoice is overdue. Does that exist for {price} a month or less? {closing}",
    ),
    t(
        "Software for billable hours, {land}",
        "{context} I am searching for software to record billable hours and send a proper invoice with {feature}. Suggestions? {closing}",
    ),
    t(
        "Moving away from {makeshift}",
        "{context} It's time to move on from {makeshift} for billing clients. What would you suggest that handles {feature} and {feature2}? {closing}",
    ),
    t(
        "Does a time tracking app with {feature} exist?",
        "{context} I tried to find a time tracking app with {feature} and came up empty. If you know one please tell me, I'd sign up today. {closing}",
    ),
    t(
        "Help me choose something for invoices",
        "{context} My accountant begged me to stop sending invoices from {makeshift}. I'd like a tool that does {feature}. Which one is easy to start with? {closing}",
    ),
    t(
        "Suggestions for a timer + invoice combo",
        "{context} Does anybody know one tool with a timer and an invoice generator in it? I'd rather not pay for two. Budget {price} a month. {closing}",
    ),
    t(
        "ISO: lightweight billing for a {team}",
        "{context} In search of lightweight billing: time tracking, {feature}, done. Everything I find is made for companies with 200 staff. {closing}",
    ),
    t(
        "New {trade}, what should I send invoices with?",
        "Just landed my first paying client and have to send an invoice by {weekday}. {context} What do people use these days? It should cope with {feature}. {closing}",
    ),
];

/// Tells of a problem that the product solves.
const PAIN: &[Template] = &[
    t(
        "I lose hours every month to invoicing",
        "{context} Every month end I spend a whole {weekday} on invoicing, copying numbers from {makeshift}. It's {mood}. There has to be a better way. {closing}",
    ),
    t(
        "Forgot to bill {amount} of work",
        "{context} I just found out that I never sent an invoice for {project}. {amount}, gone for {days} days because I keep my hours in {makeshift}. I can't go on like this. {closing}",
    ),
    t(
        "Late payments are killing me",
        "{context} {count} of my invoices are more than {days} days overdue and I hate writing reminders. Chasing late payments is {mood} and I keep putting it off. {closing}",
    ),
    t(
        "My timesheets are always wrong",
        "{context} I fill in my timesheets on {weekday} from memory and they never add up. I'm sure I undercharge by {amount} a month. {closing}",
    ),
    t(
        "Struggling to keep track of billable hours",
        "{context} I struggle to keep track of billable hours when I switch between {count} projects a day. At the end of the week I guess. {closing}",
    ),
    t(
        "Invoice mess at our {team}",
        "{context} Two of us write invoices, in different templates, and last {month} we used the same invoice number twice. The tax office noticed. I'm sick of this mess. {closing}",
    ),
    t(
        "Client disputes my hours again",
        "{context} For the third time {client} disputes my hours, and all I have to show is {makeshift}. I have no proper time tracking and it costs me: {amount} this time. {closing}",
    ),
    t(
        "Drowning in paperwork since {month}",
        "{context} The work is fine, billing clients is what kills me. I'm behind by {count} invoices and it gets worse every week. {closing}",
    ),
    t(
        "How do I stop forgetting to start the timer?",
        "{context} My time tracking is useless because I forget it. I end up with {makeshift} and a bad conscience, and I lose about {amount} a month. {closing}",
    ),
    t(
        "Manual invoicing is eating my weekends",
        "{context} Each invoice takes me 20 minutes by hand because of {feature}. With {count} clients that is my {weekday} gone. It's {mood}. {closing}",
    ),
    t(
        "{days} days overdue and no system for it",
        "{context} I only notice that an invoice is unpaid when the rent is due. No overview, no reminders, just {makeshift}. I really need to get a grip on this. {closing}",
    ),
    t(
        "Our hours never match what we bill",
        "{context} Our timesheets say one thing, our invoices another. We wrote off {amount} last {month}. Nobody in the team trusts {makeshift} any more. {closing}",
    ),
    t(
        "I dread the last {weekday} of the month",
        "{context} That's the day I collect hours from everybody by mail and type them into invoices. Something always gets lost. Last time it was {amount}. {closing}",
    ),
];

/// Weighs products against one another.
const COMPARISON: &[Template] = &[
    t(
        "{rival} vs {rival2} for time tracking?",
        "{context} I'm torn between {rival} and {rival2}. I need time tracking and {feature}. Which one would you take? {closing}",
    ),
    t(
        "{rival} or {rival2}: which invoice software?",
        "{context} Both cost about {price} a month. {rival} looks nicer, {rival2} has {feature}. Has anyone used both for invoices? {closing}",
    ),
    t(
        "Comparing invoicing tools for a {team}",
        "{context} On my list for invoicing: {rival}, {rival2}, {rival3}. What matters to us is {feature}. Which would you choose and why? {closing}",
    ),
    t(
        "Is {rival} worth it over {rival2}?",
        "{context} {rival} is {price} a month, {rival2} is less. Does {rival} earn the difference if I mostly send {count} invoices a month? {closing}",
    ),
    t(
        "Anyone switched from {rival} to {rival2}?",
        "{context} Thinking about switching from {rival} to {rival2} because of {feature}. How did moving old timesheets go? {closing}",
    ),
    t(
        "Alternatives to {rival}?",
        "{context} What alternatives to {rival} are there for billable hours and {feature}? I've looked at {rival2} but I'm not convinced. {closing}",
    ),
    t(
        "Which is better with late payments, {rival} or {rival2}?",
        "{context} I care about reminders for late payments most. Has anyone compared how {rival} and {rival2} do it? {closing}",
    ),
    t(
        "{rival}, {rival2} or something else",
        "{context} Trial of {rival} ends on {weekday}. Before I pay {price}: is {rival2} better to track hours and write an invoice from them? Open to others too. {closing}",
    ),
    t(
        "Pros and cons of {rival} compared to {rival2}",
        "{context} I need to decide by {weekday} which time tracker we buy for {count} people. Pros and cons of {rival} and {rival2}, please. {closing}",
    ),
    t(
        "Separate timer and invoices or all in one?",
        "{context} Is it better to take {rival} for time tracking and {rival2} for invoices, or one tool for both? I'm about to buy. {closing}",
    ),
    t(
        "Cheaper than {rival}, better than {rival2}?",
        "{context} I want to stay below {price} a month and need invoicing with {feature}. What sits between {rival} and {rival2}? {closing}",
    ),
    t(
        "Evaluating timesheet apps: {rival} against {rival2}",
        "{context} We evaluate timesheet apps this {month}. {rival} has no {feature}, {rival2} is slow. Which one did you end up with, and would you again? {closing}",
    ),
];

/// Is unhappy with a competitor.
const COMPLAINT: &[Template] = &[
    t(
        "{rival} just doubled its price",
        "{context} {rival} went to {price} a month without a word. For {count} invoices a month that's too much. I want out. {closing}",
    ),
    t(
        "So done with {rival}",
        "{context} {rival} lost a week of my time tracking. Support took {days} days to tell me that it's gone. I'm leaving as soon as I find something else. {closing}",
    ),
    t(
        "{rival} support is a nightmare",
        "{context} Our invoices from {rival} show the wrong tax since {month} and nobody there answers. Where did you go after {rival}? {closing}",
    ),
    t(
        "{rival} keeps crashing on my phone",
        "{context} The timer of {rival} stops whenever the phone locks, so my billable hours are wrong again. Terrible for {price} a month. {closing}",
    ),
    t(
        "Leaving {rival} after {years} years",
        "{context} They moved {feature} to the higher plan. I am cancelling {rival} and need a new home for my invoices. {closing}",
    ),
    t(
        "Is {rival} broken for anyone else?",
        "{context} Since the last update {rival} sends every invoice twice. My clients think I can't count. I'm frustrated enough to switch. {closing}",
    ),
    t(
        "{rival} held my invoices hostage",
        "{context} I missed one payment to {rival} and they locked me out of my own invoices. Never again. What's a fair replacement? {closing}",
    ),
    t(
        "Frustrated with {rival}",
        "{context} {rival} still has no {feature}, promised since {month}. My timesheets go through {makeshift} because of that. I've had enough. {closing}",
    ),
    t(
        "{rival} price increase, who else is leaving?",
        "{context} From {price} to {price2} a month for the same time tracking. I'm not paying that. Where is everybody going? {closing}",
    ),
    t(
        "Why is {rival} so slow?",
        "{context} It takes {rival} a minute to open one timesheet and with {count} people that adds up. We're done, looking at what else there is. {closing}",
    ),
    t(
        "{rival} charged me twice and won't refund",
        "{context} {amount} gone, and the bot sends me in circles. I only wanted to send an invoice. Avoid {rival}, and tell me what you use instead. {closing}",
    ),
    t(
        "Disappointed by {rival}",
        "{context} I moved my invoicing to {rival} in {month} and regret it: no {feature}, clumsy reminders, {price} a month. I need to replace it before {weekday}. {closing}",
    ),
];
