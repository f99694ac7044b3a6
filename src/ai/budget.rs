use super::error::AiError;
use super::prompt::Prompt;
use super::protocol::Tokens;
use crate::guard::rate_limit::Budget;

/// What all processes together may ask of a provider in a minute; nothing bounds what is absent.
#[derive(Debug, Clone, Default)]
pub struct AiBudget {
    /// Requests.
    pub requests: Option<Budget>,
    /// Tokens, sent and received.
    pub tokens: Option<Budget>,
}

impl AiBudget {
    /// Takes one request and the tokens that it is likely to send, waiting for its turn within
    /// reason. Gives how many tokens were taken.
    ///
    /// # Errors
    /// [`AiError::Budget`] where the turn comes later than that.
    pub(super) async fn take(&self, prompt: &Prompt) -> Result<u64, AiError> {
        let spent = |retry_after| AiError::Budget { retry_after };
        if let Some(requests) = &self.requests {
            requests.take(1).await.map_err(spent)?;
        }
        let mut expected = 0;
        if let Some(tokens) = &self.tokens {
            expected = prompt.tokens();
            tokens.take(expected).await.map_err(spent)?;
        }
        Ok(expected)
    }

    /// Charges what a request used beyond what was `expected` of it.
    pub(super) async fn settle(&self, expected: u64, used: &Tokens) {
        if let Some(tokens) = &self.tokens {
            let used = used.input.saturating_add(used.output);
            tokens.charge(used.saturating_sub(expected)).await;
        }
    }
}
