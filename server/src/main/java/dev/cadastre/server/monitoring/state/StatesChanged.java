package dev.cadastre.server.monitoring.state;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * Something else is thought of monitors than before. Published in the transaction that writes it,
 * so that who has to tell of it writes that down with it.
 */
@NamedInterface("state")
public record StatesChanged(List<StateChange> changes) {

    /** Copies the changes. */
    public StatesChanged {
        changes = List.copyOf(changes);
    }
}
