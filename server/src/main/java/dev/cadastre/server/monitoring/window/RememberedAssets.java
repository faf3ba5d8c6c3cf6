package dev.cadastre.server.monitoring.window;

import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/**
 * Knows where assets are that something was told of and that are not on the map; implemented by
 * parts that are told such things.
 */
@NamedInterface("window")
@FunctionalInterface
public interface RememberedAssets {

    /** Where an asset is; empty if nothing was ever told of it. */
    Optional<String> environment(String asset);
}
