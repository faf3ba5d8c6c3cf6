package dev.cadastre.server.inventory.ownership;

import dev.cadastre.probe.InstalledPackage;
import dev.cadastre.server.inventory.asking.HostAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * What one host says of a file.
 *
 * @param host its name
 * @param environment its environment when it was asked
 * @param state what the answer comes to
 * @param target where links lead in the end; null where none is on the way
 * @param packages the packages that have the file
 * @param reason why the answer is as it is, as sentences; null where there is nothing to explain
 * @param remedy what to do about it; null where nothing is to be done
 */
@NamedInterface("ownership")
public record FileAnswer(
        String host,
        String environment,
        State state,
        @Nullable String target,
        List<Owning> packages,
        @Nullable String reason,
        @Nullable String remedy)
        implements HostAnswer {

    /** Copies the packages. */
    public FileAnswer {
        packages = List.copyOf(packages);
    }

    /** What an answer comes to. */
    @NamedInterface("ownership")
    public enum State {
        /** At least one package has the file. */
        OWNED,
        /** The file is there, and no package has it. */
        UNOWNED,
        /** There is no such file; packages that should have it are told all the same. */
        NO_FILE,
        /** The user of the connection may not look there. */
        HIDDEN,
        /** The server does not connect to the host. */
        NO_ADDRESS,
        /** The host could not be asked. */
        UNREACHABLE,
        /** What the host said is no answer. */
        GARBLED
    }

    /**
     * A package that has the file.
     *
     * @param installed the package
     * @param purl its package URL
     * @param file the path by which the package has it
     * @param byLink whether a link leads there from the path that was asked for
     */
    @NamedInterface("ownership")
    public record Owning(InstalledPackage installed, String purl, String file, boolean byLink) {}
}
