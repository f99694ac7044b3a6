//! The same words, but nobody who needs anything.

use super::{Template, t};

/// On topic and yet not leads: own products, successes, job offers, news, jokes, talk.
pub const OTHERS: &[Template] = &[
    // Own products
    t(
        "I built {name}, an invoicing app for freelancers",
        "{context} After {years} months of evenings I launched {name}: invoicing, {feature}, {price} a month. Feedback welcome, link in my profile.",
    ),
    t(
        "Show: {name}, time tracking without the fuss",
        "We made {name} because time tracking apps annoyed us. It has {feature} and {feature2}. First {count} users get it free.",
    ),
    t(
        "Launching {name} today",
        "Hi all, I'm the founder of {name}. It turns billable hours into invoices. We are live since {weekday}. Ask me anything.",
    ),
    t(
        "Free invoice template I made",
        "{context} I made an invoice template with {feature} and give it away. No sign-up. Hope it helps somebody.",
    ),
    t(
        "My open source time tracker reached {count} users",
        "Last {month} I published a small time tracker for the terminal. It is free and always will be. Here's what I learned about maintaining it.",
    ),
    t(
        "We cut invoicing time in half for our customers",
        "At {name} we help studios with late payments. Book a demo at our site and get {price} off. Not sorry for the plug.",
    ),
    t(
        "GIVEAWAY: one year of {name}",
        "Comment below to win one year of invoice software. The giveaway ends on {weekday}. Winner is drawn by chance.",
    ),
    // Successes
    t(
        "Sent my first {amount} invoice today!",
        "{context} Just wanted to share that I sent my biggest invoice ever, for {project}. It was paid within the hour. Feels great!",
    ),
    t(
        "How I went from {makeshift} to fully booked",
        "{context} My invoices go out every {weekday}, everybody pays on time, and I sleep well. It took {years} years. AMA.",
    ),
    t(
        "Small win: all invoices paid",
        "For the first time since {month} there's not a single unpaid invoice. {context} That's all, just happy.",
    ),
    t(
        "{rival} saved my month",
        "{context} Honestly {rival} has been great for time tracking. {feature} works, support answers in minutes. I'm not going anywhere.",
    ),
    t(
        "One year of tracking every hour: what I learned",
        "{context} I tracked every hour of the last year. {count} percent of it was mail. My time tracking setup works well, here are the charts.",
    ),
    // Job offers
    t(
        "Hiring: accountant who does invoicing",
        "Our {team} is hiring a part-time accountant for invoicing and payroll in {land}. {amount} a month. Send your CV by {weekday}.",
    ),
    t(
        "[Job] Office assistant, timesheets and invoices",
        "Job opening in {land}: collect timesheets, check invoices, answer the phone. Full time, start in {month}.",
    ),
    t(
        "We are hiring a {trade}",
        "Remote, {amount} a month, paid by invoice. You send timesheets on {weekday}. Apply by mail with three samples.",
    ),
    t(
        "For hire: {trade} with {years} years of experience",
        "I take on {project} and similar. {price} an hour, invoice at the end of the month, references from {client}.",
    ),
    t(
        "Looking for a {trade} for {project}",
        "Paid project, {amount}, we pay each invoice within {days} days. Tell me about your work and your rates.",
    ),
    // News
    t(
        "{rival} buys {rival2}",
        "As reported on {weekday}, {rival} takes over {rival2}. Both are known for time tracking. The price wasn't told.",
    ),
    t(
        "{land} makes electronic invoices mandatory",
        "From {month} next year on, every invoice between businesses has to be electronic there. The law passed on {weekday}.",
    ),
    t(
        "Study: late payments cost small firms {amount} a year",
        "A survey among small firms says that late payments cost each of them {amount} a year. Summary below, full report behind a form.",
    ),
    t(
        "{rival} announces {feature}",
        "Release notes from {weekday}: {rival} now has {feature}. The timesheet view was redone as well.",
    ),
    // Jokes
    t("Invoice haiku", "Net {days}, it said / the client reads it and laughs / invoices in spring"),
    t(
        "My cat walked over the timesheet",
        "Apparently I worked 4,444,444 hours for {client} this week. Should I send that invoice? Asking for the cat.",
    ),
    t(
        "A client, an invoice and a duck walk into a bar",
        "The duck puts it on the bill. I'll see myself out. {chatter}",
    ),
    t(
        "Time tracking, the musical",
        "Act one: I start the timer. Act two: I forget the timer. Act three: {days} billable hours of sleep. {chatter}",
    ),
    // Talk
    t(
        "Do you put your logo on an invoice?",
        "{context} Just curious what people think: logo at the top or at the bottom of the invoice? No strong feelings here.",
    ),
    t(
        "Unpopular opinion: time tracking is bad for creative work",
        "{context} I charge per project and have never tracked an hour. Change my mind. {closing}",
    ),
    t(
        "What payment terms are normal in {land}?",
        "{context} I see net {days} on most invoices. Is that custom or law? {closing}",
    ),
    t(
        "PSA: check the bank details on invoices you receive",
        "Somebody changed the account number on an invoice to {client}. {amount} went to a stranger. Call before you pay.",
    ),
    t(
        "How the invoice was invented",
        "Clay tablets, then paper, then mail. I wrote up a short history of the invoice, with pictures from a museum in {land}.",
    ),
    t(
        "The psychology of late payments",
        "{context} An essay on why people put off paying. It isn't always malice. What do you make of it?",
    ),
    t(
        "Reminder: the weekly thread is open",
        "Share what you made in the weekly thread. Posts about your own invoicing tools belong there and only there. The mods",
    ),
    t(
        "Received a strange invoice from {client}",
        "They billed me {amount} for something I never ordered. Is this a scam? I already told my bank. {chatter}",
    ),
    // Not looking
    t(
        "Not looking for invoice software, just a rant",
        "{context} Please don't recommend tools, I'm happy with {makeshift}. I only want to say that an invoice isn't a suggestion. Rant over.",
    ),
    t(
        "I don't need another time tracker",
        "{context} Every week a new time tracker lands in my inbox. I don't want any of them. {makeshift} is fine, has been for {years} years.",
    ),
    t(
        "Solved: invoices with {feature}",
        "Thanks to everybody who answered last week, I went with {rival} and it is sorted. No more suggestions for invoices, please.",
    ),
    t(
        "Why I no longer track hours",
        "{context} I stopped in {month} and moved to fixed prices. No timesheets, no arguments. Not looking back.",
    ),
];
