package dev.cadastre.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which packages a file of a host belongs to.
 *
 * @param kind what is there
 * @param target where links lead in the end; null where none is on the way
 * @param owners the packages, those of the path itself first; several may share a folder
 * @param managers the package managers that were asked: {@code dpkg}, {@code rpm}, {@code apk}
 * @param remarks what else an operator should know, as sentences
 */
public record FileOwners(
        Kind kind,
        @Nullable String target,
        List<Owner> owners,
        List<String> managers,
        List<String> remarks) {

    /** Copies the lists. */
    public FileOwners {
        owners = List.copyOf(owners);
        managers = List.copyOf(managers);
        remarks = List.copyOf(remarks);
    }

    /** What is at the path. */
    public enum Kind {
        /** A file, device or socket. */
        FILE,
        FOLDER,
        /** A symbolic link, wherever it leads. */
        LINK,
        /** Nothing. Packages that should have a file there are told all the same. */
        MISSING,
        /** What only others than the user of the connection may see. */
        HIDDEN
    }

    /**
     * A package that has the file.
     *
     * @param installed the package
     * @param file the path by which the package has it: another one where links are on the way
     * @param byTarget whether that is where a link leads, rather than the path itself
     */
    public record Owner(InstalledPackage installed, String file, boolean byTarget) {}
}
