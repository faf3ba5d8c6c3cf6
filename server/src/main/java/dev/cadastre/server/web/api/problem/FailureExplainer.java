package dev.cadastre.server.web.api.problem;

import org.jspecify.annotations.Nullable;

/** Knows what the failures of one part mean to whom sent the request. */
public interface FailureExplainer {

    /** The problem that the failure is, or null if this explainer does not know it. */
    @Nullable ProblemException explain(Exception failure);
}
