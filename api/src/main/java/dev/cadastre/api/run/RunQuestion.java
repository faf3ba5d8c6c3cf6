package dev.cadastre.api.run;

import org.jspecify.annotations.Nullable;

/**
 * What a person has to answer before something goes on.
 *
 * @param job its name
 * @param host where; null for the machine of whoever runs the change
 * @param text what is asked
 */
public record RunQuestion(QuestionKind kind, String job, @Nullable String host, String text) {}
