use tokio::sync::watch;

/// Most jobs that a worker runs at the same time; can change while it works.
///
/// Those that run when it is lowered go on to their end.
#[derive(Debug, Clone)]
pub struct Concurrency(watch::Receiver<usize>);

impl Concurrency {
    /// One that whoever holds the sender can change; 0 counts as 1.
    pub fn changing(slots: usize) -> (watch::Sender<usize>, Self) {
        let (sender, receiver) = watch::channel(slots);
        (sender, Self(receiver))
    }

    /// How many it is now; at least 1.
    pub fn get(&self) -> usize {
        (*self.0.borrow()).max(1)
    }

    /// Waits until it is another than when it was last asked for here, and says what it is. Where
    /// nobody can change it any more, this waits for ever.
    pub async fn changed(&mut self) -> usize {
        if self.0.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
        (*self.0.borrow_and_update()).max(1)
    }
}

impl From<usize> for Concurrency {
    fn from(slots: usize) -> Self {
        Self::changing(slots).1
    }
}
