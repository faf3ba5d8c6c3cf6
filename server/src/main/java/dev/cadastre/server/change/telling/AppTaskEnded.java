package dev.cadastre.server.change.telling;

import dev.cadastre.change.Status;
import dev.cadastre.server.parcels.app.AppTask;

/**
 * A run of an app has come to an end. Published when the app and the map know of it.
 *
 * @param task what it did
 * @param run its id
 * @param status how it ended
 * @param undone whether it was undone
 */
public record AppTaskEnded(AppTask task, long run, Status status, boolean undone) {}
