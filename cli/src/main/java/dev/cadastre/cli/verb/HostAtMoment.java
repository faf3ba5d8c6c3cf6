package dev.cadastre.cli.verb;

import dev.cadastre.cli.session.Session;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A host, as it is or as it was; {@code --at} counts where nothing else is told. */
record HostAtMoment(String host, @Nullable Instant at) {

    /** Reads {@code HOST} or {@code HOST@TIME}; names of hosts have no {@code @}. */
    static HostAtMoment read(String text, @Nullable String option, Session session) {
        int at = text.indexOf('@');
        if (at > 0) {
            return new HostAtMoment(text.substring(0, at), session.moment(text.substring(at + 1)));
        }
        return new HostAtMoment(text, option == null ? session.at() : session.moment(option));
    }
}
