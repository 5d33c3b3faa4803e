/** The sign of the product: a shield, and a case that goes one way and its answer that comes the other. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M16 1.5 28.5 5.5v10.3c0 7.2-5 12-12.5 14.7C8.500 27.800 3.500 23 3.500 15.800V5.500Z"
        fill="currentColor"
      />
      <path className="mark-ways" d="M8 12h11.500m-4-4 4 4-4 4M24 20H12.500m4-4-4 4 4 4" />
    </svg>
  )
}
