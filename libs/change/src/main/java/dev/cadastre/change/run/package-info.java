/**
 * Running a change. {@link dev.cadastre.change.run.Course} decides from what has been written down
 * what is done next, {@link dev.cadastre.change.run.Executor} does it, and writes down each step
 * before and after. Hosts, the machine of whoever runs it, secrets and the journal are ports; there
 * is no input or output here. Whatever a host does is a value with a reason, never an exception.
 */
@NullMarked
package dev.cadastre.change.run;

import org.jspecify.annotations.NullMarked;
