//! People who say the opposite of what they mean, and people who only joke.

use super::{Leads, Template, t};

/// Needs told with irony.
pub const LEADS: Leads = [SOLUTION, PAIN, COMPARISON, COMPLAINT];

const SOLUTION: &[Template] = &[
    t(
        "My state of the art invoicing system",
        "{context} It consists of {makeshift} and prayer. I hear that some people use software for this, like kings. Which one are the kings using?",
    ),
    t(
        "Surely nobody has ever wanted time tracking with {feature}",
        "{context} Because I've looked at nine of them and it must be a secret. Do tell, I won't pass it on.",
    ),
    t(
        "Ready to join this century",
        "{context} {years} years of {makeshift}, and I've been told that computers can make an invoice now. Where does one get such a thing for {price}?",
    ),
];

const PAIN: &[Template] = &[
    t(
        "I just love the last {weekday} of the month",
        "{context} Nothing beats an evening of invoices from {makeshift}. Who needs friends. Who needs sleep.",
    ),
    t(
        "Congratulations to me, I've donated {amount}",
        "{context} To {client}, in the form of an invoice that I never sent. Great system I've got here. Really great.",
    ),
    t(
        "Apparently \"net {days}\" means \"whenever you feel like it\"",
        "{context} Love chasing late payments, it's what I became a {trade} for. {count} of them now. Best hobby ever.",
    ),
    t(
        "Fun game: which of these timesheets is real?",
        "{context} Neither! They're both from memory, like every week. My clients are thrilled.",
    ),
];

const COMPARISON: &[Template] = &[
    t(
        "{rival} or {rival2}, the cholera or the plague",
        "{context} One can't do {feature}, the other one can't do anything else. I have to take one for our invoices by {weekday}. Convince me.",
    ),
    t(
        "Oh good, another table that compares {rival} and {rival2}",
        "{context} Written by {rival}, of course. Anybody here who did time tracking with both and isn't paid for it?",
    ),
];

const COMPLAINT: &[Template] = &[
    t(
        "Bravo, {rival}",
        "{context} A price increase AND fewer invoices a month. How do they come up with it. I can't wait to see what they do next, from far away.",
    ),
    t(
        "{rival} support is amazing",
        "{context} {days} days for an answer, and the answer was a link to their home page. My billable hours are still gone. Five stars.",
    ),
    t(
        "Thank you {rival} for the free fitness",
        "{context} My pulse goes to 160 each time the time tracker freezes. I'd never get that from something that works. Which is what I'm after now, by the way.",
    ),
    t(
        "How nice of {rival} to send every invoice twice",
        "{context} In case my clients forget how professional I am. {price} a month well spent. Packing my things.",
    ),
];

/// Irony that needs nothing.
pub const OTHERS: &[Template] = &[
    t(
        "I need an app that writes my invoices, cooks and walks the dog",
        "And pays me, too. If it also likes my jokes I'll marry it. {chatter}",
    ),
    t(
        "Looking for time tracking for my cat",
        "She claims twenty hours of sleep a day and I can't prove anything. Budget: three tins of tuna. {chatter}",
    ),
    t(
        "Can anyone recommend a client who pays an invoice on time?",
        "Asking for all of us. Unicorns welcome as well. {chatter}",
    ),
    t("Best invoice software: a baseball bat", "Kidding. Mostly. {chatter} {chatter2}"),
    t(
        "Sure, let me track hours for a job with a fixed price",
        "Said nobody, ever, and yet {client} asks for it. I sent them a drawing of a clock. They were happy with it.",
    ),
    t(
        "What an honour, my invoice was framed",
        "{context} {client} hung it up in the hall, next to the fire plan. It's paid, so I can't even complain.",
    ),
    t(
        "Struggling with success",
        "Every invoice paid, the weather is fine, and I've run out of things to moan about. What should I do? {chatter}",
    ),
];

/// Replies of both kinds.
pub const COMMENT_LEADS: Leads = [
    &[t(
        "",
        "Wow, so there are people with a tool for invoices? Names, please. Asking for a friend who is me.",
    )],
    &[
        t(
            "",
            "Yes, I too enjoy reading {makeshift} at midnight to find out my billable hours. Living the dream.",
        ),
        t("", "Late payments build character. I have so much character now that I can't pay rent."),
    ],
    &[t("", "{rival} or {rival2} for invoices is like choosing a dentist. Which one hurt less?")],
    &[t(
        "",
        "Oh, {rival} is great, if you like your invoices in a random order. I'm gone by {month}.",
    )],
];

/// Replies that need nothing.
pub const COMMENT_OTHERS: &[Template] = &[
    t("", "I recommend carrier pigeons for the invoice. Very good delivery rate. {chatter}"),
    t("", "Time tracking? I have a sundial and a strong will."),
    t("", "Looking for an invoice that pays itself, will trade for my sister. {chatter}"),
];
