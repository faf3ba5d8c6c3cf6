package dev.cadastre.server.topology.socket;

import org.jspecify.annotations.Nullable;

/**
 * How something on a host shows in its sockets.
 *
 * @param now whether the last report has it
 * @param speaker the program that it is, or that listens there; null where that is hidden
 */
public record AssetFound(boolean now, @Nullable Speaker speaker) {

    AssetFound with(AssetFound other) {
        return new AssetFound(now || other.now, speaker == null ? other.speaker : speaker);
    }
}
