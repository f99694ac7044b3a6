use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

/// Header with the time of sending, in seconds since 1970.
pub const TIMESTAMP: &str = "x-leadctl-timestamp";
/// Header with the signature.
pub const SIGNATURE: &str = "x-leadctl-signature";

/// The signature of a message: `v1=` and HMAC-SHA256 (RFC 2104) in hex, by the webhook's secret, over
/// the time of sending as its header has it, a dot, and the body.
pub fn sign(secret: &SecretString, timestamp: i64, body: &[u8]) -> String {
    // A key of any length is taken.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes()) else {
        return String::new();
    };
    mac.update(timestamp.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    let mut text = String::from("v1=");
    for byte in mac.finalize().into_bytes() {
        text.push_str(&format!("{byte:02x}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By Python: hmac.new(b"secret", b"1700000000." + body, "sha256").hexdigest()
    #[test]
    fn a_signature_is_what_others_reckon_too() {
        let signed = sign(&"secret".to_owned().into(), 1_700_000_000, b"{\"a\":1}");
        assert_eq!(signed, "v1=49f24e537407743fa4a0242bb63b94b9a47ee99cbbe071ccd8a22550ae411686");
    }
}
