//! People who do not say what they are after, and people who only seem to.

use super::{Leads, Template, t};

/// Needs that are told and not asked for.
pub const LEADS: Leads = [SOLUTION, PAIN, COMPARISON, COMPLAINT];

const SOLUTION: &[Template] = &[
    t(
        "There must be a grown-up way to do invoicing",
        "{context} Everyone I know seems to have this figured out and I still sit here with {makeshift}. My New Year's resolution was to fix it and it's {month} now. {closing}",
    ),
    t(
        "How does one get from hours to an invoice?",
        "{context} Honest question. I write down when I start and stop, and then? {closing}",
    ),
    t(
        "{count} invoices a month, one pair of hands",
        "{context} My budget for making this somebody else's job, or something else's, is {price} a month. I'm all ears.",
    ),
    t(
        "Setting up properly this time",
        "{context} New bank account: done. Contract template: done. Still blank on my list: invoices and {feature}. {closing}",
    ),
    t(
        "What's in your kit?",
        "{context} I've got mail, calendar and notes sorted. For time tracking there's a hole the size of {makeshift}. {closing}",
    ),
    t(
        "If money were no object, how would you do your timesheets?",
        "{context} Asking because for once I have a little to spend, about {price} a month, and ours are done on {makeshift}.",
    ),
];

const PAIN: &[Template] = &[
    t(
        "Guess who worked for free again",
        "{context} Went through my calendar for {month} and there are {days} hours in it that never became an invoice. That's {amount}.",
    ),
    t(
        "It's {weekday} night and I'm typing numbers",
        "{context} Same as every month: {makeshift} on the left, invoice on the right. My family has stopped asking when I'm done.",
    ),
    t(
        "The client asked for a breakdown",
        "{context} Of the billable hours, by task, for {month}. I have {makeshift} and a good memory. What could go wrong. {closing}",
    ),
    t(
        "My accountant sighs when I call",
        "{context} It's the invoices. Numbers missing, numbers twice, dates that make no sense. I know. I know.",
    ),
    t(
        "Cash flow, or the lack of it",
        "{context} The work is there, {count} clients, and yet I couldn't pay the rent on {weekday}. Half of it is late payments that I didn't know were late.",
    ),
    t(
        "I've started to avoid small jobs",
        "{context} Not for the work, for the invoice afterwards. By the time it's written, with {feature}, there's nothing left of the fee.",
    ),
];

const COMPARISON: &[Template] = &[
    t(
        "{rival} on one tab, {rival2} on the other",
        "{context} Been staring at both price pages since {weekday}. It's for time tracking mostly. Somebody push me one way. {closing}",
    ),
    t(
        "My partner says {rival}, I say {rival2}",
        "{context} It's about who sends the invoices, and how. Settle this for us. {closing}",
    ),
    t(
        "Two trials, {days} days left on each",
        "{context} {rival} and {rival2}. One has the nicer timesheet, the other one has {feature}. I keep flipping. {closing}",
    ),
    t(
        "People who've used both {rival} and {rival2}",
        "{context} What made you stay where you stayed? Invoicing with {feature} is all I really care about.",
    ),
];

const COMPLAINT: &[Template] = &[
    t(
        "{rival} and I need to talk",
        "{context} Third invoice this {month} that went out with the wrong total. Our contract is up in {days} days, and I won't be the one to renew it.",
    ),
    t(
        "An ode to the spinning wheel of {rival}",
        "{context} It spins when I open a timesheet. It spins when I close one. I've had time to look at what others there are.",
    ),
    t(
        "Well, that's it for {rival}",
        "{context} {price} for what was {price2} last year, and {feature} now costs extra. My invoices will have to live elsewhere.",
    ),
    t(
        "{rival} logged me out in front of a client",
        "{context} With the timer running, {days} billable hours gone. I smiled. I'm not smiling now. {closing}",
    ),
];

/// Questions and sighs that need nothing from anybody.
pub const OTHERS: &[Template] = &[
    t(
        "How do you word the second reminder for an invoice?",
        "{context} Friendly, or with the law in it? Mine is friendly and it works. {closing}",
    ),
    t(
        "If you could only tell a beginner one thing about invoices",
        "{context} I'm giving a talk at a school in {land}. Mine would be: write the date on it.",
    ),
    t(
        "Would you work for a client who tracks your mouse?",
        "{context} It's not time tracking, it's spying. I said no to {client} over this. {closing}",
    ),
    t(
        "What a difference {years} years make",
        "{context} I used to do invoices on {makeshift}. Then I bought something for it, and I haven't thought about it since. If you're where I was: hang on.",
    ),
    t(
        "Anyone who still sends invoices on paper?",
        "My grandfather did, with a stamp. I found a box of them on {weekday}. {chatter}",
    ),
    t(
        "How many billable hours does a normal day have?",
        "{context} I make it to about five. Not complaining, I'd just like to know what's usual. {closing}",
    ),
    t(
        "My brother needs to get his invoices in order",
        "He won't, though. I've told him for {years} years. {chatter}",
    ),
    t(
        "Which line on an invoice do clients read first?",
        "The total, I think. A friend bets it's the date. {chatter}",
    ),
];

/// Replies of both kinds.
pub const COMMENT_LEADS: Leads = [
    &[
        t(
            "",
            "Same boat. Whoever answers you answers me: {count} clients, {makeshift}, and invoices to send by {weekday}.",
        ),
        t("", "I'd pay {price} a month to never see a timesheet again, just saying."),
    ],
    &[
        t(
            "",
            "You too? I found {amount} of billable hours in an old notebook last {month}. Never sent.",
        ),
        t("", "My way of time tracking is asking my wife when I came to bed."),
    ],
    &[t(
        "",
        "{rival} is on my shortlist for invoices as well, next to {rival2}. How long did you try it?",
    )],
    &[t(
        "",
        "{rival} did the same to my invoices. I've got the cancellation page open as we speak.",
    )],
];

/// Replies that need nothing.
pub const COMMENT_OTHERS: &[Template] = &[
    t("", "How do you get clients who read the invoice at all? {chatter}"),
    t("", "I had that with time tracking, years ago. It passes. Get a dog."),
    t("", "Somebody should write a book about late payments. Not me."),
];
