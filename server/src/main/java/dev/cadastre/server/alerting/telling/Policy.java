package dev.cadastre.server.alerting.telling;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a team is told.
 *
 * @param settle how long after it opened an incident is told of, so that one that turns out to be
 *     because of another is not
 * @param remind the time between two reminders
 * @param escalate how long after it was told others hear of it; null if there are none
 * @param others whether there is somebody who was not told and can be, in the place of those who
 *     cannot be reached
 */
public record Policy(
        Duration settle, Duration remind, @Nullable Duration escalate, boolean others) {}
