package dev.cadastre.probe;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which order a host's kernel prints the bytes of IPv4 addresses in /proc/net. */
final class ByteOrders {

    private static final Set<String> BIG =
            Set.of("s390", "s390x", "ppc", "ppc64", "mips", "mips64", "sparc", "sparc64", "parisc");

    private ByteOrders() {}

    static ByteOrder of(List<ReceivedSection> sections) {
        for (ReceivedSection section : sections) {
            if (section.text().section().kind() == Section.Kind.SYSTEM) {
                return of(section.text().first("uname"));
            }
        }
        return ByteOrder.LITTLE_ENDIAN;
    }

    /** By the machine's name, as {@code uname -m} prints it. */
    static ByteOrder of(@Nullable String machine) {
        return machine != null && BIG.contains(machine)
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
    }
}
