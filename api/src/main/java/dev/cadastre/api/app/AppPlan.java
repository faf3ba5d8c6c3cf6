package dev.cadastre.api.app;

import java.util.List;

/**
 * What would be done to an app: its next revision, and a plan for each of its runs. Nothing is done
 * before these are started, one after the other.
 *
 * @param revision the app as it would be
 * @param differences how the values differ from those that are there
 * @param remarks what to know before it is done
 * @param steps in the order in which they have to be done; none if there is nothing to do
 */
public record AppPlan(
        AppRevision revision,
        List<AppDifference> differences,
        List<AppRemark> remarks,
        List<AppPlanStep> steps) {}
