/**
 * What an application tests its changes with, in its own build and with whatever test framework it
 * has: {@link dev.cadastre.change.testing.TrialHost} is a folder that plays a host's root. Nothing
 * outside of it is touched unless a test says so, job by job.
 */
@NullMarked
package dev.cadastre.change.testing;

import org.jspecify.annotations.NullMarked;
