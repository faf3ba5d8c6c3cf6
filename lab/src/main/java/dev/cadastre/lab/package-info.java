/** The test laboratory: real hosts with sshd, many of them, in a private network on one machine. */
@NullMarked
package dev.cadastre.lab;

import org.jspecify.annotations.NullMarked;
