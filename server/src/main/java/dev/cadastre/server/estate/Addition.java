package dev.cadastre.server.estate;

import dev.cadastre.ini.Origin;
import dev.cadastre.ini.Problem;
import java.util.List;

/** What became of the wish to add or remove something without the estate file. */
public sealed interface Addition {
    /** It was done, and is stored. */
    record Done() implements Addition {}

    /**
     * Nothing was done, because only the file can change what it declares.
     *
     * @param origin the file and line that declare it
     */
    record DeclaredInFile(Origin origin) implements Addition {}

    /** Nothing was done: one of that name was added before, and would have to be removed first. */
    record AddedBefore() implements Addition {}

    /** Nothing was done: none of that name was added. */
    record NotAdded() implements Addition {}

    /** Nothing was done: hosts that were added are in that environment. */
    record InUse(List<String> hosts) implements Addition {
        /** Keeps a copy of the names. */
        public InUse {
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * Nothing was done, because something is wrong with it.
     *
     * @param problems all that is wrong, at least one error
     */
    record Invalid(List<Problem> problems) implements Addition {
        /** Keeps a copy of the problems. */
        public Invalid {
            problems = List.copyOf(problems);
        }
    }
}
