package dev.cadastre.plugin;

import java.lang.foreign.Linker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether plug-ins can be launched on this machine. */
public final class Platform {
    private static final List<String> PROCESSORS = List.of("amd64", "x86_64", "aarch64");

    /** The last of what is needed came with glibc 2.34. */
    private static final List<String> NEEDED =
            List.of(
                    "gnu_get_libc_version",
                    "posix_spawn_file_actions_addchdir_np",
                    "posix_spawn_file_actions_addclosefrom_np");

    private Platform() {}

    /** Why plug-ins cannot be launched here; empty if they can. */
    public static Optional<String> problem() {
        String system = System.getProperty("os.name", "");
        String processor = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        if (!system.equals("Linux") || !PROCESSORS.contains(processor)) {
            return Optional.of(
                    "Plug-ins are launched on Linux on x86_64 and aarch64 only, and this is "
                            + system
                            + " on "
                            + processor);
        }
        return NEEDED.stream()
                .filter(name -> Linker.nativeLinker().defaultLookup().find(name).isEmpty())
                .findFirst()
                .map(name ->
                        "Launching plug-ins needs glibc 2.34 or newer; the C library here has no "
                                + name);
    }

    static void require() {
        problem()
                .ifPresent(problem -> {
                    throw new UnsupportedOperationException(problem);
                });
    }
}
