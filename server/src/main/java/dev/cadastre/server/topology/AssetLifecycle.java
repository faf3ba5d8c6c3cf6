package dev.cadastre.server.topology;

/** How far an asset is in its life. */
public enum AssetLifecycle {
    PLANNED,
    LIVE,
    RETIRING,
    RETIRED
}
