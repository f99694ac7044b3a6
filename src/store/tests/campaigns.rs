use super::*;
use crate::model::CampaignStatus;

async fn names(home: &Home) -> Vec<String> {
    home.campaigns().await.unwrap().into_iter().map(|campaign| campaign.name).collect()
}

#[tokio::test]
async fn a_campaign_is_found_by_id_before_name_and_without_regard_to_case() {
    let home = Home::new().await;
    // Its name is another's id.
    let made = home.create_campaign(draft("Acme-2"), NOW).await.unwrap();
    assert_eq!(made.id, "acme-2");
    let taken = home.create_campaign(draft("ACME"), NOW).await.unwrap_err();
    assert!(matches!(taken, StoreError::NameTaken { ref id, .. } if id == "acme"), "{taken}");
    let second = home.create_campaign(draft("acme!"), NOW).await.unwrap();
    assert_eq!(second.id, "acme-3");
    let find = async |name: &str| home.campaign(name).await.unwrap().map(|campaign| campaign.id);
    assert_eq!(find("ACME!").await.as_deref(), Some("acme-3"));
    assert_eq!(find("acme-2").await.as_deref(), Some("acme-2"));
    assert_eq!(find("nonesuch").await, None);
    assert_eq!(names(&home).await, ["acme", "acme!", "Acme-2", "other"]);
}

#[tokio::test]
async fn only_what_decides_on_leads_makes_a_new_version() {
    let home = Home::new().await;
    let later = NOW.plus(Duration::from_secs(9));
    let update = async |draft: CampaignDraft| -> Campaign {
        home.update_campaign("acme", draft, later).await.unwrap().unwrap()
    };
    let renamed = update(CampaignDraft { name: "Better".to_owned(), ..draft("acme") }).await;
    assert_eq!((renamed.version, renamed.id.as_str()), (1, "acme"));
    assert_eq!((renamed.created_at, renamed.updated_at), (NOW, later));
    let edited =
        update(CampaignDraft { keywords: vec!["billing".to_owned()], ..draft("Better") }).await;
    assert_eq!((edited.version, edited.keywords), (2, vec!["billing".to_owned()]));
    let clash = home.update_campaign("acme", draft("Other"), later).await.unwrap_err();
    assert!(matches!(clash, StoreError::NameTaken { ref id, .. } if id == "other"), "{clash}");
    assert_eq!(home.update_campaign("nonesuch", draft("x"), later).await.unwrap(), None);
}

#[tokio::test]
async fn campaigns_are_paused_and_removed() {
    let home = Home::new().await;
    let pause =
        async |id: &str| home.set_campaign_status(id, CampaignStatus::Paused, NOW).await.unwrap();
    assert!(pause("acme").await);
    assert!(!pause("nonesuch").await);
    let paused = home.campaign("acme").await.unwrap().unwrap();
    assert_eq!((paused.status, paused.version), (CampaignStatus::Paused, 1));
    home.keep(&(0..5).map(lead).collect::<Vec<_>>()).await;
    let counts = home.lead_counts().await.unwrap();
    assert_eq!(counts.iter().map(|count| count.count).sum::<u64>(), 5);
    assert!(home.delete_campaign("acme").await.unwrap());
    assert!(!home.delete_campaign("acme").await.unwrap());
    assert_eq!(names(&home).await, ["other"]);
    assert!(home.lead_counts().await.unwrap().iter().all(|count| count.campaign_id == "other"));
}
