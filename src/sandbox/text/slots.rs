//! The words for each slot. None of them alone makes a post a lead.

/// The words for a slot; none where nobody knows it.
pub fn words(slot: &str) -> &'static [&'static str] {
    match slot {
        "trade" => TRADES,
        "team" => TEAMS,
        "rival" => RIVALS,
        "count" => COUNTS,
        "years" => YEARS,
        "price" => PRICES,
        "amount" => AMOUNTS,
        "days" => DAYS,
        "feature" => FEATURES,
        "makeshift" => MAKESHIFTS,
        "weekday" => WEEKDAYS,
        "month" => MONTHS,
        "land" => LANDS,
        "client" => CLIENTS,
        "context" => CONTEXTS,
        "closing" => CLOSINGS,
        "mood" => MOODS,
        "project" => PROJECTS,
        "made" => MADE,
        "material" => MATERIALS,
        "food" => FOODS,
        "chatter" => CHATTERS,
        "name" => NAMES,
        _ => &[],
    }
}

const TRADES: &[&str] = &[
    "web designer",
    "copywriter",
    "video editor",
    "translator",
    "photographer",
    "bookkeeper",
    "brand designer",
    "motion designer",
    "developer",
    "virtual assistant",
    "music teacher",
    "landscape architect",
    "sound mixer",
    "technical writer",
    "marketing consultant",
    "data analyst",
];

const TEAMS: &[&str] = &[
    "three-person studio",
    "two-person agency",
    "small design shop",
    "five-person workshop",
    "family bakery",
    "tiny consultancy",
    "four-person dev shop",
    "husband-and-wife print shop",
    "small film studio",
    "six-person architecture practice",
    "little translation bureau",
];

const RIVALS: &[&str] = &["BillFox", "Chronolog", "InvoiceNest", "HourHerd"];

const COUNTS: &[&str] =
    &["four", "five", "six", "eight", "nine", "ten", "a dozen", "fifteen", "twenty", "thirty"];

const YEARS: &[&str] = &["two", "three", "four", "five", "seven", "nine", "eleven", "fourteen"];

const PRICES: &[&str] = &["$9", "$12", "$15", "$19", "$25", "$30", "$39", "$49"];

const AMOUNTS: &[&str] =
    &["$480", "$650", "$900", "$1,200", "$1,750", "$2,350", "$3,800", "$4,400", "$6,000"];

const DAYS: &[&str] = &["14", "21", "30", "45", "60", "75", "90"];

const FEATURES: &[&str] = &[
    "recurring invoices",
    "automatic reminders",
    "a timer on the phone",
    "deposits",
    "several currencies",
    "a client portal",
    "project budgets",
    "VAT",
    "retainers",
    "different rates for each project",
    "part payments",
    "export for my accountant",
    "card payments",
    "two languages",
];

const MAKESHIFTS: &[&str] = &[
    "a spreadsheet",
    "a paper notebook",
    "sticky notes",
    "a shared sheet",
    "a Word template",
    "a folder of PDFs",
    "my calendar",
    "a wall planner",
    "a text file",
    "the back of envelopes",
];

const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday"];

const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const LANDS: &[&str] = &[
    "the UK",
    "Canada",
    "Germany",
    "Australia",
    "Ireland",
    "New Zealand",
    "the Netherlands",
    "Portugal",
    "Texas",
    "Oregon",
    "Denmark",
    "Austria",
];

const CLIENTS: &[&str] = &[
    "a dental practice",
    "a startup",
    "an ad agency",
    "a law firm",
    "a local gym",
    "a museum",
    "a hotel chain",
    "a school",
    "a brewery",
    "a furniture maker",
    "an estate agent",
    "a charity",
];

const CONTEXTS: &[&str] = &[
    "I'm a {trade} in {land} with {count} regular clients.",
    "We are a {team} in {land}.",
    "I went out on my own as a {trade} {years} years ago.",
    "For context: {team}, {years} years in, mostly work for {client} and the like.",
    "I've been a freelance {trade} for {years} years.",
    "My partner and I run a {team} & we both wear every hat.",
    "Most of my work is for {client}, the rest is small one-off projects.",
    "We grew from one person to a {team} last {month}.",
    "I do this beside a part-time job, {count} clients at the moment.",
    "Background: {trade}, based in {land}, clients mostly abroad.",
    "Our {team} handles around {count} projects at a time.",
    "I left my agency in {month} and now work for myself as a {trade}.",
];

const CLOSINGS: &[&str] = &[
    "Thanks in advance!",
    "Any thoughts?",
    "Thanks for reading.",
    "Cheers.",
    "Happy to give more details.",
    "Thank you all <3",
    "Sorry for the long post.",
    "Curious what you think.",
    "Thanks, this sub has been great.",
    "Appreciate any input.",
    "Sorry if this was asked before.",
    "Thanks from {land}.",
];

const MOODS: &[&str] =
    &["exhausting", "ridiculous", "maddening", "embarrassing", "tiring", "silly"];

const PROJECTS: &[&str] = &[
    "a logo for {client}",
    "a website for {client}",
    "a short film",
    "a shop front",
    "a product catalogue",
    "a training video",
    "a rebrand for {client}",
    "a data migration",
    "a newsletter for {client}",
    "an annual report",
];

const MADE: &[&str] = &[
    "a stool",
    "a bird house",
    "a knife rack",
    "a lamp",
    "a quilt",
    "a planter box",
    "a bookshelf",
    "a cutting board",
    "a scarf",
    "a wind chime",
    "a kite",
    "a coat rack",
    "a chess set",
];

const MATERIALS: &[&str] = &[
    "walnut",
    "oak offcuts",
    "old pallets",
    "merino wool",
    "copper pipe",
    "birch plywood",
    "leather",
    "linen",
    "brass wire",
    "cherry",
    "reclaimed pine",
];

const FOODS: &[&str] = &[
    "sourdough",
    "croissants",
    "rye bread",
    "cinnamon rolls",
    "cheesecake",
    "focaccia",
    "scones",
    "bagels",
    "plum cake",
    "shortbread",
];

const CHATTERS: &[&str] = &[
    "It rained all {weekday} here.",
    "My dog slept through all of it.",
    "Coffee helped.",
    "I blame {month}.",
    "The neighbours were amused.",
    "It took me most of {weekday}.",
    "My sister in {land} still laughs about it.",
    "I had planned this since {month}.",
    "No regrets.",
    "Would do it again.",
];

const NAMES: &[&str] = &[
    "Quillsheet",
    "Minutely",
    "Paperkite",
    "Hourglassy",
    "Billowy",
    "Tabkeeper",
    "Settleup Duck",
    "Cashmoth",
    "Timberclock",
    "Penny Otter",
];
