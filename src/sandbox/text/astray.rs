//! The campaign's words, or words of need, about something else altogether.

use super::{Template, t};

/// Posts that ask for other things, or use the words in another sense.
pub const ASTRAY: &[Template] = &[
    t(
        "Looking for a good bakery near the station in {land}",
        "We need {food} for {count} people, they can send an invoice. What do you recommend? {closing}",
    ),
    t(
        "Need a lawyer, invoice dispute with {client}",
        "{context} They say the work is not theirs. Can anyone recommend a lawyer in {land} for this?",
    ),
    t(
        "Best accountant for a {trade}?",
        "{context} I want a human being who does my taxes and looks over my invoices. Any suggestions for {land}?",
    ),
    t(
        "Any tips for time tracking in orienteering?",
        "Two of us lost each other in the wood on {weekday}. Which watch do you use? {chatter}",
    ),
    t(
        "Is there a tool that straightens {material}?",
        "I have an invoice for {amount} of it and half is bent. What do you use? {chatter}",
    ),
    t(
        "Which printer for invoices and labels?",
        "{context} The old one eats paper and I'm sick of it. Looking for something quiet up to {amount}. {closing}",
    ),
    t(
        "Help, invoice for a car that I never bought",
        "{amount}, from a garage in {land}. Does anyone know what to do about this? I'm quite stressed.",
    ),
    t(
        "How do I learn to manage people?",
        "{context} They hand in their timesheets and I never know what to say. Any book you'd recommend?",
    ),
    t(
        "Looking for a co-author: a history of the timesheet",
        "I need someone who can find old punch cards in {land}. Unpaid, but fun. {chatter}",
    ),
    t(
        "Suggestions for a company name?",
        "{context} We make {food} and my invoices say \"untitled\" so far. {closing}",
    ),
    t(
        "What's a fair price for {project}?",
        "{context} I'm struggling to put a number on the invoice. {amount}? {amount2}? How do you price such things?",
    ),
    t(
        "Where can I find clients in {land}?",
        "{context} I have more billable hours to give than takers. Any advice on how to get seen? {closing}",
    ),
    t(
        "Thinking about switching from {material} to {material2}",
        "The invoice for the last batch was {amount}. Which one is better for {made}? Pros and cons? {chatter}",
    ),
    t(
        "Which bank do you use?",
        "{context} Mine wants {price} now to take in the money for an invoice from abroad. I'm leaving. Alternatives? {closing}",
    ),
];

/// Replies of the same kind.
pub const COMMENTS: &[Template] = &[
    t("", "Could anyone recommend a dentist there? The invoice of mine was {amount}. {chatter}"),
    t("", "I'm looking for {material} too, mine came with the invoice of somebody else."),
    t(
        "",
        "What do you use for glue? My time tracker says I've spent {days} hours on it. {chatter}",
    ),
];
