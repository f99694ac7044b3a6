//! `leadctl usage`: what AI providers cost, and budgets that stop it.

use serde_json::Value;

use crate::support::embedded::Sandbox;
use crate::support::home::{Home, Ran};

fn sandboxed(home: &Home, sandbox: &Sandbox, args: &[&str], more: &[(&str, &str)]) -> Ran {
    let mut command = home.leadctl();
    command.args(args).envs(sandbox.env.iter().cloned()).envs(more.iter().copied());
    Ran::of(&mut command)
}

/// Runs discovery here and now; gives what the job came to, and what was said beside it.
fn discover(home: &Home, sandbox: &Sandbox, more: &[(&str, &str)]) -> (Value, String) {
    let args = ["jobs", "run", "lead", "--campaign", &sandbox.campaign, "-o", "json"];
    let ran = sandboxed(home, sandbox, &args, more);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    (serde_json::from_str(&ran.stdout).expect("JSON"), ran.stderr)
}

#[test]
fn a_budget_stops_spending_and_says_so_and_usage_tells_what_it_cost() {
    let home = Home::new();
    let mut sandbox = Sandbox::start(home.path());
    let variables = home.json(&["sandbox", "env", "--ai"]);
    let variables = variables.as_object().expect("variables").iter();
    sandbox.env =
        variables.map(|(n, v)| (n.clone(), v.as_str().expect("text").to_owned())).collect();
    let campaign = sandbox.campaign.as_str();
    assert!(home.run(&["usage", "ls"]).stderr.contains("no AI provider was asked"));

    // Too little for even one request: nothing is spent, and the rules judge.
    let none = [("LEADCTL_AI_USER_BUDGET_USD_PER_MONTH", "0.0000001")];
    let (job, said) = discover(&home, &sandbox, &none);
    assert_eq!(job["items"][0]["result"]["ai_calls"], 0);
    assert!(said.contains("AI budget of this month is spent"), "{said}");
    let status = sandboxed(&home, &sandbox, &["status", "-o", "json"], &none);
    let status: Value = serde_json::from_str(&status.stdout).expect("JSON");
    assert_eq!(status["ai"]["held_back"][0], "operator");
    let findings = status["verdict"]["findings"].as_array().expect("findings");
    assert!(findings.iter().any(|finding| finding["code"] == "ai_budget"), "{findings:?}");
    let leads = home.json(&["leads", "ls", "--campaign", campaign]);
    assert_eq!(leads["items"][0]["judgement"]["judged_by"]["judge"], "rules");
    assert_eq!(home.json(&["usage", "ls"])["items"].as_array().map(Vec::len), Some(0));

    // A budget of one's own wins over the settings.
    home.out(&["usage", "budget", "set", "operator", "5"]);
    home.out(&["campaigns", "edit", campaign, "--description", "Invoices"]);
    discover(&home, &sandbox, &none);
    let used = &home.json(&["usage", "ls"])["items"][0];
    assert_eq!(
        (used["user"].as_str(), used["model"].as_str()),
        (Some("operator"), Some("sandbox-1"))
    );
    assert!(used["calls"].as_u64() > Some(0) && used["cost_usd"].as_f64() > Some(0.0), "{used}");
    let sum = &home.json(&["usage", "ls", "--by", "month"])["items"][0];
    assert_eq!(
        (sum["calls"].clone(), sum["provider"].clone()),
        (used["calls"].clone(), Value::Null)
    );
    let budgets = home.json(&["usage", "budget", "ls"]);
    let (all, own) = (&budgets["items"][0], &budgets["items"][1]);
    assert_eq!((all["user"].as_str(), own["user"].as_str()), (Some("all"), Some("operator")));
    assert_eq!((own["from"].as_str(), own["budget_usd"].as_f64()), (Some("own"), Some(5.0)));
    assert_eq!(own["month_usd"], used["cost_usd"]);
    let status = home.json(&["status"]);
    assert_eq!(status["ai"]["today_usd"], used["cost_usd"]);

    assert_eq!(home.run(&["usage", "budget", "rm", "operator"]).code, 7);
    home.out(&["usage", "budget", "rm", "operator", "--yes"]);
    let own = &home.json(&["usage", "budget", "ls"])["items"][1];
    assert_eq!((own["from"].as_str(), own["budget_usd"].clone()), (Some("settings"), Value::Null));
    assert_eq!(home.run(&["usage", "budget", "set", "nobody", "5"]).code, 3);
    assert_eq!(home.run(&["usage", "budget", "set", "operator", "-1"]).code, 2);
    assert_eq!(home.run(&["usage", "ls", "--month", "May"]).code, 2);
}
