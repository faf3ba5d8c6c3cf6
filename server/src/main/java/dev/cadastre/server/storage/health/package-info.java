/**
 * What is wrong with this installation, and what to do about it. Examinations read, deciders take
 * values and are pure. Other parts add what they know of themselves by {@link
 * dev.cadastre.server.storage.health.Examination}.
 */
@NamedInterface("health")
@NullMarked
package dev.cadastre.server.storage.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
