package dev.cadastre.server.topology.recognition;

import dev.cadastre.server.estate.ProductRole;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a program is called among its host's daemons. */
public final class ProgramName {
    /** The longest name, in characters. */
    public static final int LONGEST = 60;

    /** What a program is called of which nothing is known. */
    public static final String UNKNOWN = "unknown";

    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern START = Pattern.compile("^[^A-Za-z0-9_]+");
    private static final Pattern END = Pattern.compile("[-.]+$");

    private ProgramName() {}

    /**
     * The product if more than a port speaks for it, else the process, else the account. What runs
     * on a runtime is called by its account, unless that is root: it tells programs on one runtime
     * from each other, and root and others see the same. A name has letters, digits, {@code .},
     * {@code _} and {@code -} only.
     */
    public static String of(Program program, Optional<Recognised> recognised) {
        Recognised sure = recognised.filter(r -> !r.isAssumed()).orElse(null);
        boolean isRuntime = sure != null && sure.role() == ProductRole.RUNTIME;
        return Stream.of(
                        cleaned(isRuntime ? program.ownAccount() : null),
                        sure == null ? "" : sure.product(),
                        cleaned(program.process()),
                        cleaned(program.account()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Short before it is cleaned, so that no name takes long. */
    private static String cleaned(@Nullable String name) {
        String text = Objects.requireNonNullElse(name, "");
        String start = text.substring(0, Math.min(text.length(), LONGEST));
        String plain = OTHERS.matcher(start).replaceAll("-");
        return END.matcher(START.matcher(plain).replaceFirst("")).replaceFirst("");
    }
}
