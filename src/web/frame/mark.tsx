/** The sign of the product: the head of the xiezhi, the one-horned beast that tells right from wrong. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M16 2.500c1.900 4.500 2.200 8.200 1.100 11.400l5.100 1.800c2.900 1 4.300 3.100 4.300 6.300 0 3.800-3.300 6.100-6.900 6.100-1.400 0-2.600-.300-3.600-1-1 .700-2.200 1-3.600 1-3.600 0-6.900-2.300-6.900-6.100 0-3.200 1.400-5.300 4.300-6.300l5.100-1.800C13.800 10.700 14.100 7 16 2.500Z"
        fill="currentColor"
      />
      <circle className="mark-eye" cx="11.800" cy="20.800" r="1.900" />
      <circle className="mark-eye" cx="20.200" cy="20.800" r="1.900" />
    </svg>
  )
}
