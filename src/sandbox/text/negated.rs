//! People who say what they do not want: of these some want something else, and most want nothing.

use super::{Leads, Template, t};

/// Needs told by what is not wanted.
pub const LEADS: Leads = [SOLUTION, PAIN, COMPARISON, COMPLAINT];

const SOLUTION: &[Template] = &[
    t(
        "Not another all-in-one suite, please",
        "{context} I don't need a CRM, I don't need chat. What I do need is a time tracker with {feature}. Does nobody make just that? {closing}",
    ),
    t(
        "Invoicing that is not {rival}",
        "{context} I don't want to hear about {rival}, I've been there. Anything else that does {feature} for {price} or less. {closing}",
    ),
    t(
        "I never thought I'd need timesheets",
        "{context} Well, with {count} people I do. No idea where to start, I've not used any of these. {closing}",
    ),
    t(
        "Don't tell me to use {makeshift}",
        "{context} I've tried that for invoices and it isn't working. Something with {feature}, not too expensive. {closing}",
    ),
];

const PAIN: &[Template] = &[
    t(
        "No, I did not send the invoice",
        "{context} Nor the one before it. It isn't that I don't want the money, I just can't face {makeshift} after a day's work.",
    ),
    t(
        "I can't tell you how many billable hours I had last {month}",
        "{context} And that's the problem. It's not laziness, I simply have nothing but {makeshift}.",
    ),
    t(
        "Late payments aren't the worst part",
        "{context} Not knowing about them is. I don't have any list, just my mail. Found one from {month} today: {amount}.",
    ),
];

const COMPARISON: &[Template] = &[
    t(
        "Neither {rival} nor {rival2} convinces me",
        "{context} {rival} has no {feature}, {rival2} isn't cheap. It's for invoices, {count} a month. Which one would you not regret? {closing}",
    ),
    t(
        "I don't see the difference between {rival} and {rival2}",
        "{context} Both do time tracking, both are {price}. I'm not asking which is prettier. Which one doesn't get in the way? {closing}",
    ),
];

const COMPLAINT: &[Template] = &[
    t(
        "{rival} isn't what it used to be",
        "{context} It doesn't sync, it doesn't remind, and nobody answers. I wouldn't recommend it for invoices any more, and I won't stay either.",
    ),
    t(
        "I'm not renewing {rival}",
        "{context} Not after they lost our timesheets for {month}. No apology, no refund. I don't know yet where we'll go. {closing}",
    ),
    t(
        "Don't make my mistake with {rival}",
        "{context} No {feature}, no export, and my invoices can't be got out. I'm not sure what to take instead. {closing}",
    ),
];

/// Words of need, denied.
pub const OTHERS: &[Template] = &[
    t(
        "I'm not looking for a time tracker",
        "{context} I say this because {count} people wrote to me after my last post. I have one, it works. {closing}",
    ),
    t(
        "No recommendations for invoice software needed",
        "{context} This is about tax law, not about tools. Can {client} in {land} ask for a second copy of an invoice? I'd say they can't.",
    ),
    t(
        "Why I would never pay for timesheets",
        "{context} {makeshift} has done it for {years} years. I don't struggle with it, I don't lose hours, and I don't want that changed.",
    ),
    t(
        "I don't hate {rival}, actually",
        "{context} People here can't stand it. I've had no trouble with time tracking in {years} years, support isn't slow, and it's not too expensive for me.",
    ),
    t(
        "We did not switch from {rival} to {rival2}",
        "{context} We looked at it in {month}, and nothing was wrong enough. Our timesheets stay where they are.",
    ),
    t(
        "You don't need invoicing software for {count} clients",
        "{context} Nobody does. Don't let anyone sell you a tool. A template is enough, I've never missed anything.",
    ),
    t(
        "Not a problem any more: late payments",
        "{context} I no longer chase anybody. Half up front, the rest on delivery, no exceptions. Haven't written a reminder since {month}.",
    ),
    t(
        "I'm not struggling with billable hours",
        "{context} My agency thinks I must be. I'm not frustrated, I don't need a tool, I'd just like to be left alone.",
    ),
    t(
        "Stop asking which app I use for invoices",
        "{context} I don't use any. I never have. It isn't a secret and there's nothing to recommend.",
    ),
];

/// Replies of both kinds.
pub const COMMENT_LEADS: Leads = [
    &[t(
        "",
        "Not the one you named, that can't do {feature}. But I need a time tracker too, nothing big, for a {team}.",
    )],
    &[t(
        "",
        "I wouldn't call it a system. I don't know what half of my invoices are for, it's not funny any more.",
    )],
    &[t(
        "",
        "I couldn't decide between {rival} and {rival2} for invoices either. Not the price, the {feature}. What tipped it?",
    )],
    &[t(
        "",
        "Never again {rival}. It didn't send my invoices for a week and nobody told me. No idea where to go.",
    )],
];

/// Replies that need nothing.
pub const COMMENT_OTHERS: &[Template] = &[
    t("", "I don't need an app for invoices, and neither do you. {chatter}"),
    t("", "No complaints about {rival} here, time tracking never crashed on me."),
    t("", "Not looking for anything, thanks. My timesheets are fine."),
    t("", "I wouldn't switch, and I don't know anyone who did. Invoices are invoices."),
];
