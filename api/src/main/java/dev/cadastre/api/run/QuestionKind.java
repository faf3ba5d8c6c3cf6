package dev.cadastre.api.run;

/** What a person is asked. */
public enum QuestionKind {
    /** To do something, and to confirm it. */
    NOTE,
    /** Whether a job that was cut took effect. */
    SETTLE
}
