package dev.cadastre.server.monitoring.check;

import java.util.List;

/** What came of a check's settings. */
public sealed interface Prepared {

    /**
     * They are right.
     *
     * @param check as they say
     */
    record Checked(Check check) implements Prepared {}

    /**
     * They are not.
     *
     * @param problems all of them, in the order of the kind's settings
     */
    record Refused(List<SettingProblem> problems) implements Prepared {

        /** Keeps a copy. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
