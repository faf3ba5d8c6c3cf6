package dev.cadastre.server.change.running;

import dev.cadastre.change.run.Refusal;
import dev.cadastre.change.run.RunRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * Something that can be asked of a run.
 *
 * @param refusal why it would not be granted now; null if it would
 */
@NamedInterface("running")
public record RunChoice(RunRequest request, @Nullable Refusal refusal) {

    /** Whether it would be granted now. */
    public boolean isGranted() {
        return refusal == null;
    }
}
