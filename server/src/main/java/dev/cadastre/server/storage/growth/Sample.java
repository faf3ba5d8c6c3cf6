package dev.cadastre.server.storage.growth;

import java.time.Instant;

/** How much something took at a moment. */
record Sample(Instant at, long bytes) {}
