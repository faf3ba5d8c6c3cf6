/**
 * Changes that go from one machine to another: the operations that are built in as {@code .change}
 * files write them, and what becomes of a change that was written in Java: {@link
 * dev.cadastre.change.portable.ChangeWriter} makes a folder of it that holds no program, but
 * scripts and data. What it looks like stands in {@code docs/formats/change.md}.
 */
@NullMarked
package dev.cadastre.change.portable;

import org.jspecify.annotations.NullMarked;
