package dev.cadastre.change.run;

import org.jspecify.annotations.Nullable;

/**
 * Lets a run keep what was on a host before it, although a secret is in it. Used by many threads.
 */
public interface Sealing {

    /** Keeps nothing with a secret in it. */
    Sealing NONE =
            new Sealing() {
                @Override
                public @Nullable String seal(String text) {
                    return null;
                }

                @Override
                public @Nullable String open(String sealed) {
                    return null;
                }
            };

    /**
     * The text in a form that tells nothing to whoever reads the journal; null if there is none.
     */
    @Nullable String seal(String text);

    /** The text that was sealed; null if this cannot open it. */
    @Nullable String open(String sealed);
}
