package dev.cadastre.parcel.parameters;

/** Where a parameter takes its value from if nobody gives it one. */
public sealed interface Source {

    /**
     * A fact of the host.
     *
     * @param name as the host tells it
     */
    record Fact(String name) implements Source {
        @Override
        public String toString() {
            return "fact:" + name;
        }
    }

    /**
     * What the estate states for the host.
     *
     * @param key in lower case
     */
    record Estate(String key) implements Source {
        @Override
        public String toString() {
            return "estate:" + key;
        }
    }

    /**
     * What a provider tells whom it is bound to.
     *
     * @param binding what the requirement is called
     * @param key what is asked of it
     */
    record Provider(String binding, String key) implements Source {
        @Override
        public String toString() {
            return "requirement:" + binding + "." + key;
        }
    }

    /**
     * A secret that is made once for each deployed app.
     *
     * @param length in characters, 16 to 128
     */
    record Generated(int length) implements Source {

        /** How long it is if nobody says. */
        public static final int USUAL = 32;

        private static final int SHORTEST = 16;
        private static final int LONGEST = 128;

        /**
         * Checks the length.
         *
         * @throws IllegalArgumentException if it is not 16 to 128
         */
        public Generated {
            if (length < SHORTEST || length > LONGEST) {
                throw new IllegalArgumentException("a password has 16 to 128 characters");
            }
        }

        @Override
        public String toString() {
            return "generate:password" + (length == USUAL ? "" : ":" + length);
        }
    }

    /**
     * Reads what {@code from} says.
     *
     * @throws IllegalArgumentException if it is nothing that values are taken from; the message
     *     says why
     */
    static Source parse(String from) {
        return SourceWords.parse(from);
    }
}
