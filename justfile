# Everything one does with this repository. `just` alone lists it.

_default:
    @just --list --unsorted

# Try the whole system with invented posts
up *args:
    cargo run --release -- up --sandbox {{args}}

# Run every test, as README.md says
test *args:
    scripts/test {{args}}

# Format, lints, documentation, dependencies
check:
    scripts/check

# What continuous integration runs
ci:
    .ci/run

# Speed and memory: all benches, or those named
bench *names:
    scripts/bench {{names}}

# Rewrite what is generated from the code: docs, completions, snapshots
bless:
    LEADCTL_BLESS=1 INSTA_UPDATE=always cargo test --test it

# Format the code
fmt:
    cargo fmt

# Install into ~/.cargo/bin
install:
    cargo install --locked --path .
