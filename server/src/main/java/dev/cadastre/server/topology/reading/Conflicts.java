package dev.cadastre.server.topology.reading;

import dev.cadastre.server.topology.Origin;
import dev.cadastre.server.topology.Standing;
import dev.cadastre.server.topology.keeping.RelationState;
import dev.cadastre.server.topology.keeping.SocketSight;
import org.jspecify.annotations.Nullable;

/** Says where those who tell of a relation contradict each other. */
final class Conflicts {

    private Conflicts() {}

    static @Nullable String of(RelationState state) {
        SocketSight sockets = state.sockets();
        boolean said =
                state.told().containsKey(Origin.TOLD)
                        || state.told().containsKey(Origin.DEPLOYMENT);
        if (state.verdict() == RelationState.Verdict.DENIED
                && sockets != null
                && sockets.standing() != Standing.EARLIER) {
            return "A person said that it is not so, but sockets show it.";
        }
        if (said && sockets != null && sockets.standing() == Standing.EARLIER) {
            return "It was said that it is so, but sockets do not show it any longer.";
        }
        return null;
    }
}
