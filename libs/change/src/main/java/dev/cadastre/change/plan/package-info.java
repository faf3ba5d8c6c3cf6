/**
 * What a change would do: {@link dev.cadastre.change.plan.Plan} tells for each job and place what
 * would be changed and why, or why nothing has to be, and what that rests on. Pure; looking at
 * hosts is not done here.
 */
@NullMarked
package dev.cadastre.change.plan;

import org.jspecify.annotations.NullMarked;
