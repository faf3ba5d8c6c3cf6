// Reads pairs of versions divided by tabs; says of each how Alpine's rule orders them.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	version "github.com/knqyf263/go-apk-version"
)

func main() {
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		pair := strings.Split(lines.Text(), "\t")
		if version.Valid(pair[0]) && version.Valid(pair[1]) {
			fmt.Println(version.Version(pair[0]).Compare(version.Version(pair[1])))
		} else {
			fmt.Println("refused")
		}
	}
}
