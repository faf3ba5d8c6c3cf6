package dev.cadastre.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a question about a file has come.
 *
 * @param id names it at {@code /file-packages/{id}}, for as long as the server remembers it
 * @param file the path that was asked for
 * @param total how many hosts are asked
 * @param done how many of them have answered, or cannot
 * @param items some of the answers, in the order in which they came
 * @param next what to send as {@code after} for those that follow, also where they are still to
 *     come; null once all have been sent
 */
public record FileAnswers(
        String id, String file, int total, int done, List<Item> items, @Nullable String next) {

    /** Copies the items. */
    public FileAnswers {
        items = List.copyOf(items);
    }

    /** What an answer comes to. */
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
     * What one host says.
     *
     * @param target where links lead in the end; null where none is on the way
     * @param packages the packages that have the file; several may share a folder
     * @param reason why the answer is as it is, as sentences; null where nothing is to be explained
     * @param remedy what to do about it, as a sentence; null where nothing is to be done
     */
    public record Item(
            String host,
            String environment,
            State state,
            @Nullable String target,
            List<Owning> packages,
            @Nullable String reason,
            @Nullable String remedy) {

        /** Copies the packages. */
        public Item {
            packages = List.copyOf(packages);
        }
    }

    /**
     * A package that has the file.
     *
     * @param file the path by which the package has it
     * @param link whether a link leads there from the path that was asked for
     */
    public record Owning(@JsonProperty("package") Identity installed, String file, boolean link) {}

    /**
     * A version of a package. The components are those of {@link InstalledPackage}.
     *
     * @param arch null where such packages have none
     * @param source the source package it was built from; null where unknown
     * @param vendor who made it; null where unknown
     * @param root the folder of the environment that holds it; null for the system itself
     */
    public record Identity(
            String name,
            String version,
            @Nullable String arch,
            String type,
            String purl,
            @Nullable String source,
            @Nullable String vendor,
            @Nullable String root) {}
}
