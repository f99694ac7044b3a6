//! Replies below submissions.

use super::{Leads, Template, t};

/// All who need what the sample campaign sells.
pub const LEADS: Leads = [SOLUTION, PAIN, COMPARISON, COMPLAINT];

/// Asks for a product or a way to do something.
const SOLUTION: &[Template] = &[
    t("", "Following, I'm looking for invoicing with {feature} too. {context}"),
    t(
        "",
        "Same question here. Is there a time tracker for under {price} that does {feature}? {context}",
    ),
    t("", "Could you recommend invoice software for a {team}? We still use {makeshift}."),
    t("", "What did you end up with for timesheets? We need something with {feature} by {month}."),
    t("", "Does anybody know a tool that handles late payments by itself? {context}"),
];

/// Tells of a problem that the product solves.
const PAIN: &[Template] = &[
    t(
        "",
        "This is me. I lose a {weekday} each month to invoicing with {makeshift} and it's {mood}.",
    ),
    t(
        "",
        "I forgot to send an invoice over {amount} last {month}. I can't keep my hours straight. {context}",
    ),
    t("", "Tell me about it, {count} late payments right now and I hate chasing them. {context}"),
    t("", "My timesheets are a mess as well, {makeshift} and guesswork. {context}"),
];

/// Weighs products against one another.
const COMPARISON: &[Template] = &[
    t("", "Would you take {rival} or {rival2} for billable hours? {context}"),
    t(
        "",
        "How does {rival} compare to {rival2} when it comes to invoices with {feature}? About to buy one.",
    ),
    t(
        "",
        "Torn between {rival} and {rival2} for time tracking myself. Which is easier to start with?",
    ),
];

/// Is unhappy with a competitor.
const COMPLAINT: &[Template] = &[
    t("", "{rival} lost my time tracking twice. I'm leaving, open to suggestions. {context}"),
    t(
        "",
        "{rival} wants {price} now for {count} invoices a month. Where are you all going instead?",
    ),
    t(
        "",
        "I've had it with {rival}, no {feature} and support that never answers about wrong invoices.",
    ),
];

/// On topic and yet not leads.
pub const OTHERS: &[Template] = &[
    t("", "I use {rival} for invoices and have no complaints. {chatter}"),
    t("", "Full disclosure, I made {name}, which does invoicing with {feature}. Have a look."),
    t("", "Put net {days} on the invoice and add a late fee, worked for me. {context}"),
    t("", "We are hiring for exactly that, timesheets and all. Send me a message."),
    t("", "An invoice is not a contract. Read the law of {land} before you argue. {chatter}"),
    t("", "I gave up time tracking {years} years ago and never missed it."),
    t(
        "",
        "You want {rival2}, not {rival}. Time tracking there just works. I've used it for {years} years.",
    ),
    t("", "Ha, my invoices are haikus. {chatter}"),
    t(
        "",
        "Late payments happen. Call them, be polite, call again. Paid after {days} days in my case.",
    ),
    t("", "Not needed, {makeshift} does invoices just fine for me."),
    t("", "My accountant does the invoices, best {amount} I spend. {chatter}"),
    t("", "Ask the mods, posts on invoice software need approval here."),
    t("", "Congratulations on the invoice! {chatter}"),
];

/// Off topic.
pub const CHATTER: &[Template] = &[
    t("", "This. {chatter}"),
    t("", "Lovely! Is that {material}?"),
    t("", "My {food} did the same in {month}. {chatter}"),
    t("", "Happened to me with {client}. {chatter}"),
    t("", "Upvoted for the dog."),
    t("", "No idea, but I'm curious too. {chatter}"),
    t("", "In {land} that would be illegal."),
    t("", "Great work, how long did it take?"),
    t("", "I'd say no to {project} at that price. {context}"),
    t("", "Try it with {material} next time. {chatter}"),
    t("", "Came here to say that. {chatter}"),
    t("", "{weekday} is the worst day for it. {chatter} {chatter2}"),
    t("", "Thanks for sharing & greetings from {land}."),
];
