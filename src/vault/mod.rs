//! Secrets that the database keeps for others, encrypted.
//!
//! - [`Vault`]: seals secrets with a key, and opens them again
//! - [`key`]: where that key is: the environment, a file, or a file made beside the database

pub mod key;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use secrecy::{ExposeSecret, SecretString};

/// Bytes of a key.
pub const KEY_BYTES: usize = 32;
/// Bytes of a nonce: enough for one drawn by chance never to come again.
const NONCE_BYTES: usize = 24;
/// What a sealed text begins with, so that another way of sealing can follow.
const VERSION: &str = "x1.";

/// What can go wrong with the key, or with what it has sealed. No message holds a secret.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// Nothing says which key to use.
    #[error(
        "there is no key to encrypt accounts with: set LEADCTL_SECRET_KEY or accounts.key_file, the \
         same for all processes; `openssl rand -base64 32` makes one"
    )]
    NoKey,
    /// What should be a key is none.
    #[error(
        "{place} holds no key: that is 32 bytes in base 64, as `openssl rand -base64 32` gives"
    )]
    NotAKey {
        /// Where it stands.
        place: String,
    },
    /// The key file cannot be read or made.
    #[error("the key file {file} cannot be used: {source}")]
    File {
        /// The file.
        file: String,
        /// Why.
        source: std::io::Error,
    },
    /// Another key has sealed it.
    #[error(
        "account {account} was encrypted with another key ({sealed_with}); give that one in \
         LEADCTL_SECRET_KEY or accounts.key_file, or remove the account and add it again"
    )]
    OtherKey {
        /// The account.
        account: String,
        /// What that key is known by.
        sealed_with: String,
    },
    /// It was changed since it was sealed, or belongs to something else.
    #[error("what is kept of account {account} is damaged; remove it and add it again")]
    Damaged {
        /// The account.
        account: String,
    },
    /// It cannot be sealed.
    #[error("a secret is too long to be kept")]
    TooLong,
}

/// Seals and opens secrets with one key.
pub struct Vault {
    cipher: XChaCha20Poly1305,
    id: String,
}

impl Vault {
    /// One with this key.
    pub fn new(key: &[u8; KEY_BYTES]) -> Self {
        let id = blake3::derive_key("leadctl 2026 what a key of accounts is known by", key);
        let id = id[..6].iter().map(|byte| format!("{byte:02x}")).collect();
        Self { cipher: XChaCha20Poly1305::new(&Key::from(*key)), id }
    }

    /// One with a key in base 64, as found in `place`.
    ///
    /// # Errors
    /// [`VaultError::NotAKey`].
    pub fn from_text(text: &SecretString, place: &str) -> Result<Self, VaultError> {
        let bytes = STANDARD.decode(text.expose_secret().trim()).ok();
        let key: Option<[u8; KEY_BYTES]> = bytes.and_then(|bytes| bytes.try_into().ok());
        let key = key.ok_or_else(|| VaultError::NotAKey { place: place.to_owned() })?;
        Ok(Self::new(&key))
    }

    /// What the key is known by; it tells nothing of the key.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Seals a secret of an account; `field` says which, so that none can stand in for another.
    ///
    /// # Errors
    /// [`VaultError::TooLong`].
    pub fn seal(
        &self,
        account: &str,
        field: &str,
        secret: &SecretString,
    ) -> Result<String, VaultError> {
        let nonce: [u8; NONCE_BYTES] = rand::random();
        let (aad, msg) = (bound_to(account, field), secret.expose_secret().as_bytes());
        let payload = Payload { msg, aad: &aad };
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| VaultError::TooLong)?;
        Ok(format!("{VERSION}{}", STANDARD.encode([&nonce[..], &sealed].concat())))
    }

    /// Opens what [`seal`](Self::seal) has given.
    ///
    /// # Errors
    /// [`VaultError::Damaged`], also where another key has sealed it.
    pub fn open(
        &self,
        account: &str,
        field: &str,
        sealed: &str,
    ) -> Result<SecretString, VaultError> {
        let opened = || {
            let bytes = STANDARD.decode(sealed.strip_prefix(VERSION)?).ok()?;
            let (nonce, msg) = bytes.split_first_chunk::<NONCE_BYTES>()?;
            let payload = Payload { msg, aad: &bound_to(account, field) };
            let plain = self.cipher.decrypt(&XNonce::from(*nonce), payload).ok()?;
            String::from_utf8(plain).ok().map(SecretString::from)
        };
        opened().ok_or_else(|| VaultError::Damaged { account: account.to_owned() })
    }
}

/// No account's id holds a zero byte.
fn bound_to(account: &str, field: &str) -> Vec<u8> {
    format!("{account}\0{field}").into_bytes()
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vault").field("id", &self.id).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_is_opened_for_its_own_account_field_and_key_alone() {
        let (vault, other) = (Vault::new(&[7; 32]), Vault::new(&[8; 32]));
        let secret = SecretString::from("hunter2 ü".to_owned());
        let sealed = vault.seal("ann", "token", &secret).unwrap();
        assert!(!sealed.contains("hunter2"));
        assert_ne!(sealed, vault.seal("ann", "token", &secret).unwrap(), "a nonce of its own");
        assert_eq!(vault.open("ann", "token", &sealed).unwrap().expose_secret(), "hunter2 ü");
        for (vault, account, field) in
            [(&other, "ann", "token"), (&vault, "bob", "token"), (&vault, "ann", "client_secret")]
        {
            let error = vault.open(account, field, &sealed).unwrap_err();
            assert!(matches!(error, VaultError::Damaged { .. }), "{error}");
        }
        for damaged in ["", "x1.", "x1.AAAA", "!", &sealed[..sealed.len() - 4]] {
            assert!(vault.open("ann", "token", damaged).is_err(), "{damaged}");
        }
        assert_ne!(vault.id(), other.id());
    }

    #[test]
    fn a_key_is_32_bytes_in_base_64() {
        let key = |text: &str| Vault::from_text(&text.to_owned().into(), "here");
        let text = STANDARD.encode([9; 32]);
        assert_eq!(key(&format!("{text}\n")).unwrap().id(), Vault::new(&[9; 32]).id());
        for wrong in ["", "abc", &STANDARD.encode([9; 31]), &text[1..]] {
            let error = key(wrong).unwrap_err().to_string();
            assert!(error.starts_with("here holds no key"), "{error}");
        }
    }
}
