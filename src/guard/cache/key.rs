use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::model::{Campaign, text_enum};

/// Bytes of a key's hash: 160 bits, so that nobody who writes posts can make two that meet.
const HASH_BYTES: usize = 20;
/// Longest name of a tenant that stands in keys as it is.
const MAX_TENANT: usize = 64;
/// What all keys are hashed under; another version of the scheme has another.
const CONTEXT: &str = "leadctl 2026 cache key v1";

text_enum! {
    /// What kind of answer.
    pub enum Kind {
        /// An AI provider's judgement of one post.
        Ai = "ai",
        /// What Reddit says of a subreddit.
        RedditAbout = "reddit-about",
    }
}

/// Whose answers these are. It is part of every key: nobody finds the entries of another.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tenant(Arc<str>);

impl Tenant {
    /// What belongs to nobody in particular: `-`.
    pub fn none() -> Self {
        Self("-".into())
    }

    /// The tenant of this name. A name that could be mistaken within a key is hashed.
    pub fn named(name: &str) -> Self {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | '@');
        if (1..=MAX_TENANT).contains(&name.len()) && name != "-" && name.chars().all(plain) {
            return Self(name.into());
        }
        let hash = blake3::hash(name.as_bytes()).to_hex();
        Self(format!("#{}", &hash[..2 * HASH_BYTES]).into())
    }

    /// As it stands in keys.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn is_well_formed(text: &str) -> bool {
        let name = text.strip_prefix('#').unwrap_or(text);
        text == "-" || Self::named(name).as_str() == name && text.len() <= MAX_TENANT
    }
}

impl From<&Campaign> for Tenant {
    /// Whose campaign it is; campaigns have no owners yet.
    fn from(_: &Campaign) -> Self {
        Self::none()
    }
}

/// What names an answer: its kind, whose it is, and a hash of everything that determines it.
///
/// Its text form is `KIND:TENANT:HASH`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    kind: Kind,
    tenant: Tenant,
    hash: Hash,
}

/// The hash of a key; kind and tenant are in it.
pub(super) type Hash = [u8; HASH_BYTES];

impl Key {
    /// Begins a key; what determines the answer is to be added.
    pub fn of(kind: Kind, tenant: &Tenant) -> KeyBuilder {
        let builder = KeyBuilder {
            kind,
            tenant: tenant.clone(),
            hasher: blake3::Hasher::new_derive_key(CONTEXT),
        };
        builder.field("kind", kind.as_str()).field("tenant", tenant.as_str())
    }

    /// What kind of answer.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whose.
    pub fn tenant(&self) -> &Tenant {
        &self.tenant
    }

    /// The hash alone.
    pub(super) fn hash(&self) -> &Hash {
        &self.hash
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:", self.kind, self.tenant.as_str())?;
        self.hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Key {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unreadable = || {
            format!("{text:?} is not a key; it looks like ai:-:HASH, as `leadctl cache ls` tells")
        };
        let mut parts = text.trim().splitn(3, ':');
        let (Some(kind), Some(tenant), Some(hex)) = (parts.next(), parts.next(), parts.next())
        else {
            return Err(unreadable());
        };
        let kind = kind.parse().map_err(|_| unreadable())?;
        if !Tenant::is_well_formed(tenant) || hex.len() != 2 * HASH_BYTES || !hex.is_ascii() {
            return Err(unreadable());
        }
        let mut hash = [0; HASH_BYTES];
        for (byte, at) in hash.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(&hex[at..at + 2], 16).map_err(|_| unreadable())?;
        }
        Ok(Self { kind, tenant: Tenant(tenant.into()), hash })
    }
}

/// A key in the making. Cheap to clone, so that what many keys share is hashed once.
#[derive(Debug, Clone)]
pub struct KeyBuilder {
    kind: Kind,
    tenant: Tenant,
    hasher: blake3::Hasher,
}

impl KeyBuilder {
    /// Adds something that determines the answer. Name and value are hashed with their lengths in
    /// front, so that no two different inputs are the same bytes.
    #[must_use]
    pub fn field(mut self, name: &str, value: impl AsRef<[u8]>) -> Self {
        for part in [name.as_bytes(), value.as_ref()] {
            self.hasher.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        self
    }

    /// The key.
    pub fn finish(self) -> Key {
        let mut hash = [0; HASH_BYTES];
        self.hasher.finalize_xof().fill(&mut hash);
        Key { kind: self.kind, tenant: self.tenant, hash }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(fields: &[(&str, &str)]) -> Key {
        let builder = Key::of(Kind::Ai, &Tenant::none());
        fields.iter().fold(builder, |b, (name, value)| b.field(name, value)).finish()
    }

    #[test]
    fn what_is_cut_elsewhere_is_another_key() {
        let keys = [
            key(&[("a", "bc")]),
            key(&[("ab", "c")]),
            key(&[("a", "b"), ("c", "")]),
            key(&[("a", "b"), ("", "c")]),
            key(&[("", "abc")]),
            key(&[]),
        ];
        for (n, one) in keys.iter().enumerate() {
            assert!(keys[n + 1..].iter().all(|other| other != one), "{n}");
        }
        assert_eq!(keys[0], key(&[("a", "bc")]));
    }

    #[test]
    fn kind_and_tenant_are_in_the_hash() {
        let of = |kind, tenant: Tenant| *Key::of(kind, &tenant).field("a", "b").finish().hash();
        let one = of(Kind::Ai, Tenant::named("one"));
        assert_ne!(one, of(Kind::Ai, Tenant::named("two")));
        assert_ne!(one, of(Kind::Ai, Tenant::none()));
        assert_ne!(one, of(Kind::RedditAbout, Tenant::named("one")));
    }

    #[test]
    fn a_name_that_could_be_mistaken_is_hashed() {
        for name in ["", "-", "a:b", "#x", "a b", "ü", &"x".repeat(65)] {
            let tenant = Tenant::named(name);
            assert!(tenant.as_str().starts_with('#') && tenant.as_str().len() == 41, "{name}");
        }
        assert_eq!(Tenant::named("ann@example.com").as_str(), "ann@example.com");
    }

    #[test]
    fn a_key_is_read_as_it_is_told() {
        for tenant in [Tenant::none(), Tenant::named("ann"), Tenant::named("a:b")] {
            let key = Key::of(Kind::RedditAbout, &tenant).field("a", "b").finish();
            assert_eq!(key.to_string().parse(), Ok(key.clone()), "{key}");
        }
        for text in ["", "ai", "ai:-:", "ai:-:xx", "ai:a b:0", "no:-:0", "ai:-:0:0"] {
            assert!(text.parse::<Key>().is_err(), "{text}");
        }
        let zeros = "0".repeat(40);
        assert!(format!("ai:-:{zeros}").parse::<Key>().is_ok());
        assert!(format!("ai:*:{zeros}").parse::<Key>().is_err());
        assert!(format!("ai:-:{}é", "0".repeat(38)).parse::<Key>().is_err());
    }

    proptest! {
        #[test]
        fn different_fields_are_different_keys(
            a in proptest::collection::vec((".{0,4}", ".{0,4}"), 0..4),
            b in proptest::collection::vec((".{0,4}", ".{0,4}"), 0..4),
        ) {
            let of = |fields: &[(String, String)]| {
                let fields: Vec<(&str, &str)> =
                    fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
                key(&fields)
            };
            prop_assert_eq!(a == b, of(&a) == of(&b));
        }

        #[test]
        fn no_text_breaks_the_reading(text in ".{0,80}") {
            let _ = text.parse::<Key>();
        }
    }
}
