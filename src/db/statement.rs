use crate::model::Timestamp;

/// A value of a statement that is put together at run time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text.
    Text(String),
    /// A number.
    Int(i64),
    /// An instant.
    Time(Timestamp),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(n: i64) -> Self {
        Self::Int(n)
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Time(at)
    }
}

/// A statement that is put together at run time, for either database: `$1`, `$2` and so on stand
/// where values are.
#[derive(Debug, Clone, Default)]
pub struct Statement {
    sql: String,
    values: Vec<Value>,
}

impl Statement {
    /// Beginning with `sql`.
    pub fn new(sql: &str) -> Self {
        Self { sql: sql.to_owned(), values: Vec::new() }
    }

    /// Goes on with `sql`, which must be none of anybody else's text.
    pub fn push(&mut self, sql: &str) -> &mut Self {
        self.sql.push_str(sql);
        self
    }

    /// Goes on with a value.
    pub fn push_bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        self.sql.push('$');
        self.sql.push_str(&self.values.len().to_string());
        self
    }

    /// The text, for `sqlx::query`. It holds no values, only their places.
    pub fn sql(&self) -> sqlx::AssertSqlSafe<String> {
        sqlx::AssertSqlSafe(self.sql.clone())
    }

    /// The values, for `bind!`.
    pub fn values(&self) -> &[Value] {
        &self.values
    }
}

/// Binds the values of a [`Statement`] to a query made of its text.
macro_rules! bind {
    ($query:expr, $statement:expr) => {{
        let mut query = $query;
        for value in $statement.values() {
            query = match value {
                $crate::db::Value::Text(text) => query.bind(text.as_str()),
                $crate::db::Value::Int(n) => query.bind(*n),
                $crate::db::Value::Time(at) => query.bind(*at),
            };
        }
        query
    }};
}

pub(crate) use bind;
