package dev.cadastre.server.change;

import dev.cadastre.change.Status;
import dev.cadastre.change.host.HeldBundle;
import org.jspecify.annotations.Nullable;

/**
 * A bundle on a host, with what is known here of the run that has it.
 *
 * @param held as the host tells
 * @param run the id of that run; null if it is none of this server's that the reader sees
 * @param ended how that run ended; null if it did not
 */
public record ChangeBundle(HeldBundle held, @Nullable Long run, @Nullable Status ended) {}
